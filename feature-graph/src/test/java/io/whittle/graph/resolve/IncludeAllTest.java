package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IncludeAllTest {
    private static final String LINUX = "linux/amd64";

    @Test
    void everyPublicFeatureWithoutAuto() {
        Resolution resolution = UseCase.of("""
                        features:
                          dns: {}
                          peerapi: {internal: true}
                          lonely: {internal: true}
                          exitnode: {requires: [peerapi]}
                          httpdns: {auto: [dns, lonely]}
                        """, "p: {include: all}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "exitnode", "peerapi");
        assertThat(UseCase.reason(resolution, "dns")).isEqualTo("AskedForByAll");
        assertThat(UseCase.reason(resolution, "peerapi")).isEqualTo("RequiredBy exitnode");
        assertThat(UseCase.reason(resolution, "lonely")).isEqualTo("NotAskedFor");
        assertThat(UseCase.reason(resolution, "httpdns")).isEqualTo("NotAskedFor");
    }

    @Test
    void anInternalFeatureAskedForByNameIsIn() {
        assertThat(UseCase.of("features: {peerapi: {internal: true}}\n", "p: {include: [peerapi]}")
                        .on(LINUX)
                        .in())
                .containsExactly("peerapi");
    }

    @Test
    void whateverNeedsAnExcludedFeatureIsLeftOutTooTheSmallestSuchSetListed() {
        Resolution resolution =
                UseCase.of("""
                        features:
                          exitnode: {requires: [peerapi, routes]}
                          peerapi: {internal: true, requires: [http]}
                          http: {}
                          routes: {internal: true}
                          dns: {requires: [netstack]}
                          netstack: {}
                        """, "p: {include: all, exclude: [http]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "netstack");
        assertThat(UseCase.reason(resolution, "http")).isEqualTo("ExcludedBy");
        assertThat(UseCase.reason(resolution, "exitnode")).isEqualTo("RequiresExcluded exitnode > peerapi > http");
        assertThat(UseCase.reason(resolution, "peerapi")).isEqualTo("RequiresExcluded peerapi > http");
        assertThat(UseCase.reason(resolution, "routes")).isEqualTo("NotAskedFor");
    }

    @Test
    void withoutAllNothingIsLeftOutOnlyNotAskedFor() {
        Resolution resolution = UseCase.of(
                        "features: {dns: {requires: [netstack]}, netstack: {}, ssh: {}}\n",
                        "p: {include: [ssh], exclude: [netstack]}")
                .on(LINUX);

        assertThat(UseCase.reason(resolution, "dns")).isEqualTo("NotAskedFor");
    }

    @Test
    void anExcludedFeatureThatIsNotAvailableHereIsStillSaidToBeExcluded() {
        Resolution resolution = UseCase.of(
                        "features: {tun: {platforms: linux}}\n", "p: {include: all, exclude: {tun: no root here}}")
                .on("macos/arm64");

        assertThat(UseCase.reason(resolution, "tun")).isEqualTo("ExcludedBy");
    }
}
