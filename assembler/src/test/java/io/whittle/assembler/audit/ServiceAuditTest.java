package io.whittle.assembler.audit;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings on services: who asks, who provides, and who is left out. */
class ServiceAuditTest {
    @TempDir
    Path folder;

    @Test
    void aNeededServiceWhoseOnlyProviderIsLeftOut() throws Exception {
        AuditCase code = service("ServiceLoader.load(api.Path.class).findFirst().orElseThrow();");
        String features = """
                base: {modules: [api]}
                features: {dns: {%s modules: [dns]}, netstack: {modules: [netstack]}}
                profiles: {%s}
                """;

        assertThat(code.findings(features.formatted("", "p: {include: [dns]}, full: {include: all}")))
                .containsExactly("service-without-provider dns > api.Path service in p");
        assertThat(code.findings(features.formatted("", "full: {include: all}")))
                .containsExactly("undeclared-requirement dns > netstack service");
        assertThat(code.findings(features.formatted("requires: [netstack],", "p: {include: [dns]}")))
                .isEmpty();
    }

    @Test
    void whatOnlyAVariantAsksForIsNeededOnlyWhereThatIs() throws Exception {
        AuditCase code = service("ServiceLoader.load(api.Path.class).findFirst().orElseThrow();");

        assertThat(code.audit("""
                        base: {modules: [api]}
                        features:
                          cli:
                            requires: [{feature: netstack, when: windows}]
                            variants: [{when: windows, modules: [dns]}, {when: not windows}]
                          netstack: {platforms: windows, modules: [netstack]}
                        profiles: {p: {include: [cli], platforms: [linux/amd64, windows/amd64]}}
                        """).findings()).extracting(AuditCase::word).isEmpty();
    }

    @Test
    void aProviderInOneVariantHelpsNowhereElse() throws Exception {
        AuditCase code = new AuditCase(
                folder,
                serviceModules("ServiceLoader.load(api.Path.class).findFirst().orElseThrow();")
                        .module("own", "requires api; provides api.Path with own.Own;")
                        .type("own", "own.Own", "public class Own implements api.Path {}"));

        assertThat(code.audit("""
                        base: {modules: [api]}
                        features:
                          dns: {modules: [dns], variants: [{when: linux, modules: [own]}, {when: not linux}]}
                          netstack: {modules: [netstack]}
                        profiles: {p: {include: [dns], platforms: [linux/amd64, windows/amd64]}}
                        """).findings()).singleElement().satisfies(finding -> {
            assertThat(AuditCase.word(finding)).isEqualTo("service-without-provider dns > api.Path service in p");
            assertThat(finding.bites())
                    .extracting(bite -> bite.platform().toString())
                    .containsExactly("windows/amd64");
        });
    }

    @Test
    void aServiceThatIsBorneMayBeWithoutProvider() throws Exception {
        assertThat(service("ServiceLoader.load(api.Path.class).findFirst().ifPresent(Object::hashCode);")
                        .findings("""
                        base: {modules: [api]}
                        features: {dns: {modules: [dns]}, netstack: {modules: [netstack]}}
                        profiles: {p: {include: [dns]}}
                        """))
                .isEmpty();
    }

    @Test
    void ofSeveralProvidersACapabilityIsNeeded() throws Exception {
        AuditCase code = new AuditCase(
                folder,
                serviceModules("ServiceLoader.load(api.Path.class).findFirst().orElseThrow();")
                        .module("router", "requires api; provides api.Path with router.Router;")
                        .type("router", "router.Router", "public class Router implements api.Path {}"));
        String features = """
                base: {modules: [api]}
                features: {dns: {%s modules: [dns]}, netstack: {modules: [netstack]}, router: {modules: [router]}}
                capabilities: {path: {providers: [netstack, router]}}
                profiles: {full: {include: all}}
                """;

        assertThat(code.findings(features.formatted("needs: [path],"))).isEmpty();
        assertThat(code.audit(features.formatted(""), "linux/amd64").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(AuditCase.word(finding)).isEqualTo("undeclared-requirement dns > api.Path service");
                    assertThat(finding.edit()).hasToString("Optional[features.dns.needs: path]");
                });
    }

    @Test
    void aProviderThatNothingAsksFor() throws Exception {
        assertThat(service("int nothing = 0;").findings("""
                        base: {modules: [api]}
                        features: {dns: {modules: [dns]}, netstack: {modules: [netstack]}}
                        profiles: {p: {include: all}}
                        """))
                .containsExactly("unused-provider netstack > api.Path service in p");
    }

    @Test
    void aStrangerBesideExclusiveProviders() throws Exception {
        AuditCase code = new AuditCase(
                folder,
                serviceModules("for (var each : ServiceLoader.load(api.Path.class)) {}")
                        .module("router", "requires api; provides api.Path with router.Router;")
                        .type("router", "router.Router", "public class Router implements api.Path {}")
                        .module("tap", "requires api; provides api.Path with tap.Tap;")
                        .type("tap", "tap.Tap", "public class Tap implements api.Path {}"));

        assertThat(code.findings("""
                        base: {modules: [api, dns]}
                        features: {netstack: {modules: [netstack]}, router: {modules: [router]}, tap: {modules: [tap]}}
                        capabilities: {path: {providers: [netstack, router], exclusive: true}}
                        profiles: {p: {include: [router, tap]}, q: {include: [tap]}}
                        """)).containsExactly("several-exclusive-providers tap > path service in p");
    }

    private AuditCase service(String statement) throws Exception {
        return new AuditCase(folder, serviceModules(statement));
    }

    private static TestReactor serviceModules(String statement) {
        return new TestReactor()
                .module("api", "exports api;")
                .type("api", "api.Path", "public interface Path {}")
                .module("dns", "requires api;" + (statement.contains("ServiceLoader") ? " uses api.Path;" : ""))
                .type(
                        "dns",
                        "dns.Dns",
                        "import java.util.ServiceLoader;\nclass Dns { void start() { " + statement + " } }")
                .module("netstack", "requires api; provides api.Path with netstack.Netstack;")
                .type("netstack", "netstack.Netstack", "public class Netstack implements api.Path {}");
    }
}
