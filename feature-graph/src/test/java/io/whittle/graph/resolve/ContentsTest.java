package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ContentsTest {
    private static final String LINUX = "linux/amd64";
    private static final String LOGTAIL = """
            features:
              logtail:
                modules: [outpost.logtail]
                requires: [disk]
                fallback: {modules: [outpost.logfilter]}
              disk: {platforms: linux}
              ssh: {}
            """;

    @Test
    void fallbackModulesAreInWheneverTheFeatureIsOutForAnyReason() {
        Resolution notAskedFor = UseCase.of(LOGTAIL, "p: {include: [ssh]}").on(LINUX);
        Resolution excluded =
                UseCase.of(LOGTAIL, "p: {include: all, exclude: [logtail]}").on(LINUX);
        Resolution leftOut =
                UseCase.of(LOGTAIL, "p: {include: all, exclude: [disk]}").on(LINUX);
        Resolution unavailable = UseCase.of(LOGTAIL, "p: {include: all}").on("macos/arm64");

        assertThat(List.of(notAskedFor, excluded, leftOut, unavailable))
                .allSatisfy(resolution -> assertThat(resolution.modules())
                        .containsOnlyKeys("outpost.logfilter")
                        .containsEntry("outpost.logfilter", new Ownership.ByFallback("logtail", new Place(6, 26))));
    }

    @Test
    void fallbackModulesAreOutWhereTheFeatureIsIn() {
        assertThat(UseCase.of(LOGTAIL, "p: {include: [logtail]}").on(LINUX).modules())
                .containsOnlyKeys("outpost.logtail");
    }

    @Test
    void aFallbackDoesNotMakeAnUnavailableFeatureOneThatCanBeAskedFor() {
        assertThat(UseCase.of(LOGTAIL, "p: {include: [logtail]}").refusedOn("macos/arm64"))
                .hasMessageContaining("logtail is not available on macos/arm64");
    }

    @Test
    void everyModuleKnowsItsOwner() {
        UseCase useCase = UseCase.of("""
                base: {modules: [outpost.daemon]}
                features:
                  osrouter:
                    modules: [router.api]
                    variants:
                      - {when: linux, modules: [router.linux]}
                      - {when: netbsd, modules: [router.bsd, router.ifconfig]}
                      - {when: openbsd, modules: [router.bsd]}
                    fallback: {modules: [router.none]}
                """, "p: {include: [osrouter]}");

        assertThat(useCase.on(LINUX).modules().values())
                .hasExactlyElementsOfTypes(
                        Ownership.ByBase.class, Ownership.ByFeature.class, Ownership.ByVariant.class);

        ModuleOwners owners = ModuleOwners.of(useCase.catalog());
        assertThat(owners.byModule())
                .containsOnlyKeys(
                        "outpost.daemon", "router.api", "router.bsd", "router.ifconfig", "router.linux", "router.none");
        assertThat(owners.owners("router.bsd"))
                .extracting(owner -> ((Ownership.ByVariant) owner).when().toString())
                .containsExactly("netbsd", "openbsd");
        assertThat(owners.owners("router.none")).singleElement().isInstanceOf(Ownership.ByFallback.class);
        assertThat(owners.owners("outpost.daemon"))
                .singleElement()
                .satisfies(owner -> assertThat(owner.feature()).isEmpty());
        assertThat(owners.owners("org.example.library")).isEmpty();
    }

    @Test
    void aModuleOfTheJdkMayBeMissingOnlyWhenAllItsOwnersSaySo() {
        Resolution resolution =
                UseCase.of("""
                        base: {jdkModules: [jdk.zipfs]}
                        features:
                          tls: {jdkModules: [jdk.crypto.ec?, jdk.localedata?]}
                          x25519: {jdkModules: [jdk.crypto.ec?]}
                          months: {jdkModules: [jdk.localedata]}
                          jndi: {jdkModules: [java.naming]}
                        """, "p: {include: [tls, x25519, months]}").on(LINUX);

        assertThat(resolution.jdkModules()).containsOnlyKeys("jdk.crypto.ec", "jdk.localedata", "jdk.zipfs");
        assertThat(resolution.jdkModules().get("jdk.crypto.ec").whereItExists()).isTrue();
        assertThat(resolution.jdkModules().get("jdk.crypto.ec").owners())
                .extracting(owner -> owner.feature().orElseThrow())
                .containsExactly("tls", "x25519");
        assertThat(resolution.jdkModules().get("jdk.localedata").whereItExists())
                .isFalse();
    }

    @Test
    void artifactsComeWithTheirFeature() {
        Resolution resolution = UseCase.of("""
                        features:
                          legacy: {artifacts: ["com.acme:legacy:linux"]}
                          other: {artifacts: ["com.acme:other"]}
                        """, "p: {include: [legacy]}").on(LINUX);

        assertThat(resolution.artifacts()).containsOnlyKeys("com.acme:legacy:linux");
    }
}
