package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiresTest {
    private static final String LINUX = "linux/amd64";

    @Test
    void ifThisIsInThatIsInAndItsOwnNeedsAreCheckedToo() {
        Resolution resolution = UseCase.of("""
                        features:
                          dns: {requires: [netstack]}
                          netstack: {requires: [tun]}
                          tun: {}
                          ssh: {}
                        """, "p: {include: [dns]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "netstack", "tun");
        assertThat(resolution.out()).containsExactly("ssh");
        assertThat(UseCase.reason(resolution, "dns")).isEqualTo("AskedFor");
        assertThat(UseCase.reason(resolution, "netstack")).isEqualTo("RequiredBy dns");
        assertThat(UseCase.reason(resolution, "ssh")).isEqualTo("NotAskedFor");
        assertThat(UseCase.chain(resolution.chain("tun"))).isEqualTo("dns > netstack > tun");
    }

    @Test
    void everyFeatureIsListedOnceWithThePlaceOfTheStatementBehindIt() {
        Resolution resolution = UseCase.of("""
                        features:
                          dns: {requires: [netstack]}
                          netstack: {}
                          ssh: {}
                        """, "p: {include: [dns]}").on(LINUX);

        assertThat(resolution.features()).containsOnlyKeys("dns", "netstack", "ssh");
        assertThat(resolution.features().get("dns").reason().places()).containsExactly(new Place(7, 17));
        assertThat(resolution.features().get("netstack").reason().places()).containsExactly(new Place(3, 20));
        assertThat(resolution.features().get("ssh").reason().places()).isEmpty();
    }

    @Test
    void aRequirementCountsOnlyWhereItsConditionHolds() {
        UseCase routes = UseCase.of("""
                features:
                  routes:
                    requires:
                      - c2n
                      - {feature: netstack, when: macos | freebsd}
                  c2n: {}
                  netstack: {}
                """, "p: {include: [routes]}");

        assertThat(routes.on(LINUX).in()).containsExactly("c2n", "routes");
        assertThat(routes.on("macos/arm64").in()).containsExactly("c2n", "netstack", "routes");
    }

    @Test
    void theShortestChainGivesTheReason() {
        Resolution resolution = UseCase.of("""
                        features:
                          a: {requires: [b]}
                          b: {requires: [target]}
                          z: {requires: [target]}
                          target: {}
                        """, "p: {include: [a, z]}").on(LINUX);

        assertThat(UseCase.reason(resolution, "target")).isEqualTo("RequiredBy z");
    }

    @Test
    void ofTwoShortestChainsTheNameDecidesWhateverTheOrderOfTheFile() {
        String forward = "features: {a: {requires: [t]}, b: {requires: [t]}, t: {}}\n";
        String backward = "features: {t: {}, b: {requires: [t]}, a: {requires: [t]}}\n";

        assertThat(UseCase.reason(UseCase.of(forward, "p: {include: [b, a]}").on(LINUX), "t"))
                .isEqualTo("RequiredBy a");
        assertThat(UseCase.reason(UseCase.of(backward, "p: {include: [a, b]}").on(LINUX), "t"))
                .isEqualTo("RequiredBy a");
    }

    @Test
    void circlesAreLegalTheFeaturesGoTogetherAndTheCircleIsReportedOnce() {
        Resolution resolution = UseCase.of("""
                        features:
                          a: {requires: [b]}
                          b: {requires: [c]}
                          c: {requires: [a, d]}
                          d: {}
                          x: {requires: [y]}
                          y: {requires: [x]}
                        """, "p: {include: [c]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "b", "c", "d");
        assertThat(resolution.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.text())
                    .isEqualTo("a, b and c require one another in a circle: they are in together or out together;"
                            + " if that is not meant, take one of these 'requires' out");
            assertThat(warning.place()).isEqualTo(new Place(3, 18));
        });
    }

    @Test
    void baseIsAlwaysInWithWhatItRequires() {
        Resolution resolution = UseCase.of("""
                        base:
                          modules: [outpost.daemon]
                          requires: [health, {feature: iptables, when: linux}]
                        features:
                          health: {requires: [bus]}
                          bus: {}
                          iptables: {}
                          ssh: {}
                        """, "p: {include: []}").on("macos/arm64");

        assertThat(resolution.in()).containsExactly("bus", "health");
        assertThat(UseCase.reason(resolution, "health")).isEqualTo("RequiredByBase");
        assertThat(UseCase.reason(resolution, "bus")).isEqualTo("RequiredBy health");
        assertThat(resolution.modules()).containsOnlyKeys("outpost.daemon");
    }

    @Test
    void whatIsAskedForByNameSaysSoEvenWhereBaseRequiresIt() {
        Resolution resolution = UseCase.of(
                        "base: {requires: [health]}\nfeatures: {health: {}}\n", "p: {include: [health]}")
                .on(LINUX);

        assertThat(UseCase.reason(resolution, "health")).isEqualTo("AskedFor");
    }

    @Test
    void anEmptyProfileIsBaseOnly() {
        Resolution resolution =
                UseCase.of("features: {a: {modules: [m.a]}}\n", "p: {}").on(LINUX);

        assertThat(resolution.in()).isEmpty();
        assertThat(resolution.modules()).isEmpty();
    }

    @Test
    void aChainAsLongAsAStackIsDeepIsFollowed() {
        StringBuilder features = new StringBuilder("features:\n");
        for (int i = 0; i < 12_000; i++) {
            features.append("  f%05d: {requires: [f%05d]}\n".formatted(i, i + 1));
        }
        Resolution resolution = UseCase.of(features + "  f12000: {}\n", "p: {include: [f00000]}")
                .on(LINUX);

        assertThat(resolution.in()).hasSize(12_001);
        assertThat(resolution.chain("f12000")).hasSize(12_000);
    }
}
