package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcludeTest {
    private static final String LINUX = "linux/amd64";
    private static final String NETWORK = """
            features:
              dns: {requires: [netstack]}
              gro: {requires: [netstack]}
              netstack: {requires: [tun]}
              tun: {}
              ssh: {}
            """;

    @Test
    void theFeatureIsNotInTheImageAndTheReasonIsTheProfilesOwn() {
        Resolution resolution = UseCase.of(NETWORK, "p: {include: [dns], exclude: {ssh: the router has its own}}")
                .on(LINUX);

        assertThat(resolution.out()).containsExactly("gro", "ssh");
        assertThat(resolution.features().get("ssh").reason())
                .isInstanceOfSatisfying(Reason.ExcludedBy.class, excluded -> {
                    assertThat(excluded.profile()).isEqualTo("p");
                    assertThat(excluded.because()).contains("the router has its own");
                });
    }

    @Test
    void orTheBuildFailsAndSaysWhoNeedsItAndHowToMendIt() {
        UnresolvableException refused =
                UseCase.of(NETWORK, "p: {include: [dns, gro], exclude: [tun]}").refusedOn(LINUX);

        assertThat(refused).hasMessage("""
                        feature-tags.yaml:9:38: error: p excludes tun, but dns and gro need it:
                              p: {include: [dns, gro], exclude: [tun]}
                                                                 ^
                          because netstack requires tun (feature-tags.yaml:5:25) and p excludes tun (feature-tags.yaml:9:38), \
                        netstack cannot be in
                          and because dns requires netstack (feature-tags.yaml:3:20), dns cannot be in
                          and because p asks for dns (feature-tags.yaml:9:17), p cannot be had on linux/amd64
                        take tun out of 'exclude' of p
                        or take dns and gro out of 'include' of p""");
        assertThat(refused.faults()).singleElement().isInstanceOfSatisfying(Fault.Clash.class, clash -> {
            assertThat(clash.statements()).hasSize(2);
            assertThat(clash.alike()).hasSize(1);
        });
    }

    @Test
    void whatBaseNeedsCannotBeExcluded() {
        UseCase health = UseCase.of(
                "base: {requires: [health]}\nfeatures: {health: {requires: [bus]}, bus: {}}\n",
                "p: {exclude: [health, bus]}");

        assertThat(health.refusedOn(LINUX)).hasMessage("""
                        feature-tags.yaml:5:17: error: p excludes health, but base needs it:
                              p: {exclude: [health, bus]}
                                            ^
                          because base requires health (feature-tags.yaml:2:19) and p excludes health (feature-tags.yaml:5:17), \
                        p cannot be had on linux/amd64
                        take health out of 'exclude' of p
                        or take health out of 'requires' of base
                        feature-tags.yaml:5:25: error: p excludes bus, but base needs it:
                              p: {exclude: [health, bus]}
                                                    ^
                          because health requires bus (feature-tags.yaml:3:32) and base requires health \
                        (feature-tags.yaml:2:19), bus must be in
                          and because p excludes bus (feature-tags.yaml:5:25), p cannot be had on linux/amd64
                        take bus out of 'exclude' of p
                        or take health out of 'requires' of base""");
    }

    @Test
    void anExclusionCountsOnlyWhereItsConditionHolds() {
        UseCase useCase = UseCase.of(
                NETWORK, "p: {include: all, exclude: [{feature: ssh, when: linux, because: the router has its own}]}");

        assertThat(useCase.on(LINUX).out()).containsExactly("ssh");
        assertThat(useCase.on("macos/arm64").out()).isEmpty();
    }

    @Test
    void excludingWhatNobodyNeedsIsFine() {
        assertThat(UseCase.of(NETWORK, "p: {include: [ssh], exclude: [dns]}")
                        .on(LINUX)
                        .in())
                .containsExactly("ssh");
    }

    @Test
    void somethingAskedForByNameThatNeedsAnExcludedOneIsAnErrorEvenIfAllIsInForce() {
        UseCase useCase = UseCase.of(NETWORK, """
                parent: {include: [dns]}
                p: {extends: parent, include: all, exclude: [netstack]}
                """);

        assertThat(useCase.refusedOn(LINUX))
                .hasMessageContaining("p excludes netstack, but dns needs it:")
                .hasMessageContaining("parent asks for dns (feature-tags.yaml:9:22)")
                .hasMessageContaining("take netstack out of 'exclude' of p\nor take dns out of 'include' of parent");
    }
}
