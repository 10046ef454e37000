package io.whittle.assembler.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Where module-info and the catalogue disagree, planning fails and says what mends it. */
class FeatureBorderTest {
    private static final String DNS_WITHOUT_NETSTACK = """
            base: {modules: [acme.base]}
            features:
              dns: {modules: [acme.dns]}
              netstack: {modules: [acme.netstack]}
            profiles:
              small: {include: [dns]}
              full: {include: all}
            """;

    private static final String LOGTAIL = """
            features:
              app: {modules: [acme.app]}
              logtail: {modules: [acme.logtail], fallback: {modules: [acme.logfilter]}}
            profiles: {small: {include: [app]}, full: {include: all}}
            """;

    @TempDir
    private Path dir;

    @Test
    void aModuleOfAFeatureThatIsOutIsRefusedWithTheEditThatMendsIt() {
        new Scene(dir, DNS_WITHOUT_NETSTACK)
                .with(module("acme.base"), module("acme.dns").requires("acme.netstack"), module("acme.netstack"))
                .saysWhatStandsIn("feature-out.txt");
    }

    @Test
    void aModuleOfAFeatureThatIsOutIsRefusedBehindALibrary() {
        new Scene(dir, DNS_WITHOUT_NETSTACK)
                .with(module("acme.base"), module("acme.dns").requires("lib.a"))
                .with(module("lib.a").requires("lib.b"), module("lib.b").requires("acme.netstack"))
                .with(module("acme.netstack"))
                .saysWhatStandsIn("feature-out-behind-library.txt");
    }

    /** A second key of one name is no YAML that is read. */
    @Test
    void whatRequiresOthersAlreadyIsToldToRequireOneMore() {
        assertThat(requiring("requires: [app]"))
                .contains(
                        "  Add netstack to 'requires' of dns (feature-tags.yaml:4:20), since dns does not require netstack;");
    }

    @Test
    void whatRequiresItElsewhereIsToldWhere() {
        assertThat(requiring("requires: [app, {feature: netstack, when: netbsd}]"))
                .contains(
                        "  Have netstack required here too: its entry (feature-tags.yaml:4:35) holds only where netbsd; or");
    }

    private String requiring(String requires) {
        List<String> faults = new Scene(dir, """
                        features:
                          app: {}
                          dns: {%s, modules: [acme.dns]}
                          netstack: {modules: [acme.netstack]}
                        profiles: {small: {include: [dns]}}
                        """.formatted(requires))
                .with(module("acme.dns").requires("acme.netstack"), module("acme.netstack"))
                .faults();
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    @Test
    void everyEdgeToAFeatureThatIsOutIsTold() {
        assertThat(new Scene(dir, """
                                features:
                                  a: {modules: [acme.a]}
                                  b: {modules: [acme.b]}
                                  c: {modules: [acme.c]}
                                profiles: {small: {include: [a, b]}}
                                """)
                        .with(
                                module("acme.a").requires("acme.c"),
                                module("acme.b").requires("acme.c"))
                        .with(module("acme.c"))
                        .faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("acme.a requires acme.c"))
                .anyMatch(fault -> fault.startsWith("acme.b requires acme.c"));
    }

    @Test
    void aModuleOfAFeatureThatIsInPasses() throws LinkException {
        assertThat(new Scene(dir, DNS_WITHOUT_NETSTACK)
                        .profile("full")
                        .with(module("acme.base"), module("acme.dns").requires("acme.netstack"))
                        .with(module("acme.netstack"))
                        .plan()
                        .modules())
                .containsKey("acme.netstack");
    }

    @Test
    void baseMayNotReachAFeatureThatIsOut() {
        new Scene(dir, DNS_WITHOUT_NETSTACK)
                .with(module("acme.base").requires("acme.netstack"), module("acme.dns"), module("acme.netstack"))
                .saysWhatStandsIn("base-reaches-feature.txt");
    }

    @Test
    void baseMayNotReachAFeatureThatIsInEither() {
        assertThat(new Scene(dir, DNS_WITHOUT_NETSTACK)
                        .profile("full")
                        .with(module("acme.base").requires("acme.netstack"), module("acme.dns"))
                        .with(module("acme.netstack"))
                        .faults())
                .singleElement()
                .asString()
                .contains("acme.base requires acme.netstack", "Base is in every image");
    }

    @Test
    void baseMayNotReachAFeatureThroughALibraryThatAFeatureReachesToo() {
        assertThat(new Scene(dir, """
                                base: {modules: [z.base]}
                                features: {dns: {modules: [acme.dns]}, gro: {modules: [acme.gro]}}
                                profiles: {small: {include: all}}
                                """)
                        .with(
                                module("z.base").requires("lib"),
                                module("acme.dns").requires("lib"))
                        .with(module("lib").requires("acme.gro"), module("acme.gro"))
                        .faults())
                .singleElement()
                .asString()
                .contains("Base (feature-tags.yaml:2:18) holds z.base, which requires lib", "Base is in every image");
    }

    @Test
    void aFallbackMayNotReachItsOwnFeature() {
        new Scene(dir, LOGTAIL)
                .with(
                        module("acme.app"),
                        module("acme.logtail"),
                        module("acme.logfilter").requires("acme.logtail"))
                .saysWhatStandsIn("fallback-reaches-its-feature.txt");
    }

    @Test
    void aFallbackWhoseFeatureIsInIsReachedByNobody() {
        new Scene(dir, LOGTAIL)
                .profile("full")
                .with(module("acme.app").requires("acme.logfilter"), module("acme.logtail"), module("acme.logfilter"))
                .saysWhatStandsIn("fallback-reached.txt");
    }

    @Test
    void aFallbackIsReachedByNobodyAlsoWhereItIsIn() {
        assertThat(new Scene(dir, LOGTAIL)
                        .with(module("acme.app").requires("acme.logfilter"), module("acme.logtail"))
                        .with(module("acme.logfilter"))
                        .faults())
                .singleElement()
                .asString()
                .contains("acme.app requires acme.logfilter", "is reached by nobody else");
    }

    @Test
    void theModulesOfOneFallbackMayReachEachOther() throws LinkException {
        assertThat(new Scene(dir, """
                                features:
                                  logtail: {modules: [acme.logtail], fallback: {modules: [acme.a, acme.b]}}
                                profiles: {small: {include: []}}
                                """)
                        .with(module("acme.a").requires("acme.b"), module("acme.b"))
                        .plan()
                        .roots())
                .containsExactly("acme.a", "acme.b");
    }

    @Test
    void theVariantOfAnotherPlatformIsRefused() {
        new Scene(dir, """
                        features:
                          app: {requires: [router], modules: [acme.app]}
                          router:
                            variants:
                              - {when: linux, modules: [acme.router.linux]}
                              - {when: netbsd, modules: [acme.router.bsd]}
                        profiles: {small: {include: [app]}}
                        """)
                .with(module("acme.app").requires("acme.router.bsd"))
                .with(module("acme.router.linux"), module("acme.router.bsd"))
                .saysWhatStandsIn("variant-of-another-platform.txt");
    }
}
