package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecommendsTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";
    private static final String METRICS = """
            features:
              metrics: {recommends: [portlist, {feature: tracing, when: macos}]}
              portlist: {requires: [netlink]}
              netlink: {platforms: linux | macos}
              tracing: {}
              tap: {conflicts: [netlink]}
            """;

    @Test
    void itComesAlongWhereItCanWithItsClosure() {
        UseCase useCase = UseCase.of(METRICS, "p: {include: [metrics]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("metrics", "netlink", "portlist");
        assertThat(UseCase.reason(useCase.on(LINUX), "portlist")).isEqualTo("RecommendedBy metrics");
        assertThat(UseCase.reason(useCase.on(LINUX), "netlink")).isEqualTo("RequiredBy portlist");
        assertThat(UseCase.chain(useCase.on(LINUX).chain("netlink"))).isEqualTo("metrics > portlist > netlink");
        assertThat(useCase.on(MACOS).in()).containsExactly("metrics", "netlink", "portlist", "tracing");
    }

    @Test
    void eachAdditionComesWithItsClosureOrNotAtAll() {
        Resolution resolution =
                UseCase.of(METRICS, "p: {include: [metrics, tap]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("metrics", "tap");
        assertThat(UseCase.reason(resolution, "portlist")).isEqualTo("HeldOff Conflicting");
        assertThat(UseCase.reason(resolution, "netlink")).isEqualTo("NotAskedFor");
    }

    @Test
    void whereItIsNotAvailableItIsLeftOutAndSaid() {
        Resolution resolution = UseCase.of(METRICS, "p: {include: [metrics]}").on("windows/amd64");

        assertThat(resolution.in()).containsExactly("metrics");
        assertThat(UseCase.reason(resolution, "portlist")).isEqualTo("RequiresUnavailable portlist > netlink");
    }

    @Test
    void anExclusionIsAPromiseToSoftEdgesToo() {
        Resolution direct = UseCase.of(METRICS, "p: {include: [metrics], exclude: [portlist]}")
                .on(LINUX);
        Resolution behind = UseCase.of(METRICS, "p: {include: [metrics], exclude: [netlink]}")
                .on(LINUX);

        assertThat(direct.in()).containsExactly("metrics");
        assertThat(UseCase.reason(direct, "portlist")).isEqualTo("ExcludedBy");
        assertThat(behind.in()).containsExactly("metrics");
        assertThat(UseCase.reason(behind, "portlist")).isEqualTo("HeldOff Excluded");
    }

    @Test
    void itNeverFlipsAChoice() {
        Resolution resolution = UseCase.of("""
                        features: {dial: {needs: [path], recommends: [netstack]}, router: {}, netstack: {}}
                        capabilities: {path: {providers: [router, netstack], exclusive: true}}
                        """, "p: {include: [dial]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dial", "router");
        assertThat(UseCase.reason(resolution, "netstack")).isEqualTo("HeldOff BothProvide");
    }

    @Test
    void cyclesAreLegal() {
        Resolution resolution = UseCase.of(
                        "features: {a: {recommends: [b]}, b: {recommends: [c]}, c: {recommends: [a]}, d: {recommends: [d2]}, d2: {recommends: [d]}}\n",
                        "p: {include: [b]}")
                .on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "b", "c");
        assertThat(resolution.warnings()).isEmpty();
    }

    @Test
    void recommendsFalseSwitchesItOffAndAChildMaySwitchItOnAgain() {
        UseCase useCase = UseCase.of("features: {a: {recommends: [b]}, b: {}, c: {auto: [a]}}\n", """
                parent: {include: [a], recommends: false}
                silent: {extends: parent}
                p: {extends: parent, recommends: true}
                """);

        assertThat(useCase.resolve("parent", LINUX).in()).containsExactly("a", "c");
        assertThat(useCase.resolve("silent", LINUX).in()).containsExactly("a", "c");
        assertThat(useCase.on(LINUX).in()).containsExactly("a", "b", "c");
    }

    @Test
    void byNameOfTheFeatureThatRecommendsThenPositionInItsList() {
        String features = """
                features:
                  b: {recommends: [x]}
                  a: {recommends: [z, y]}
                  x: {conflicts: [y, z]}
                  y: {conflicts: [z]}
                  z: {}
                """;

        Resolution both = UseCase.of(features, "p: {include: [b, a]}").on(LINUX);

        assertThat(both.in()).containsExactly("a", "b", "z");
        assertThat(UseCase.reason(both, "x")).isEqualTo("HeldOff Conflicting");
        assertThat(UseCase.reason(both, "y")).isEqualTo("HeldOff Conflicting");
        assertThat(UseCase.of(features, "p: {include: [b]}").on(LINUX).in()).containsExactly("b", "x");
    }

    @Test
    void whatCameAlongRecommendsInItsTurnBeforeThoseLaterByName() {
        Resolution resolution = UseCase.of("""
                        features:
                          b: {recommends: [a, x]}
                          a: {recommends: [y]}
                          x: {conflicts: [y]}
                          y: {}
                        """, "p: {include: [b]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "b", "y");
    }

    @Test
    void anAdditionBringsAProviderOfWhatItNeeds() {
        Resolution resolution = UseCase.of("""
                        features: {a: {recommends: [b]}, b: {needs: [path]}, x: {conflicts: [a]}, y: {}}
                        capabilities: {path: {providers: [x, y]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "b", "y");
        assertThat(UseCase.reason(resolution, "y")).isEqualTo("ProviderOf path for b");
    }

    @Test
    void aChoiceHoldsForWhatComesAlongToo() {
        UseCase useCase = UseCase.of(
                """
                features: {a: {recommends: [b]}, b: {needs: [path]}, x: {}, y: {}}
                capabilities: {path: {providers: [x, y]}}
                """, "p: {include: [a], choose: {path: y}}\nq: {include: [a], exclude: [y], choose: {path: y}}");

        assertThat(useCase.on(LINUX).in()).containsExactly("a", "b", "y");
        assertThat(useCase.on(LINUX).warnings()).isEmpty();
        assertThat(useCase.resolve("q", LINUX).in()).containsExactly("a");
    }
}
