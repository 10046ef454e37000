package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CapabilityTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";
    private static final String DIAL = """
            features:
              dial: {needs: [path]}
              router: {platforms: linux}
              netstack: {}
              fast: {requires: [netstack]}
            capabilities: {path: {providers: [router, netstack]}}
            """;

    @Test
    void atLeastOneProviderIsInTheFirstInOrderOfPreference() {
        Resolution resolution = UseCase.of(DIAL, "p: {include: [dial]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dial", "router");
        assertThat(UseCase.reason(resolution, "router")).isEqualTo("ProviderOf path for dial");
        assertThat(UseCase.chain(resolution.chain("router"))).isEqualTo("dial > router");
        assertThat(resolution.choices().get("path").by()).isEqualTo(ProviderChoice.By.PREFERENCE);
    }

    @Test
    void whereThePreferredProviderIsNotAvailableTheNextOneIsIn() {
        Resolution resolution = UseCase.of(DIAL, "p: {include: [dial]}").on(MACOS);

        assertThat(resolution.in()).containsExactly("dial", "netstack");
        assertThat(resolution.choices().get("path").passedOver()).containsExactly("router");
    }

    @Test
    void whereThePreferredProviderIsExcludedTheNextOneIsIn() {
        assertThat(UseCase.of(DIAL, "p: {include: [dial], exclude: [router]}")
                        .on(LINUX)
                        .in())
                .containsExactly("dial", "netstack");
    }

    @Test
    void aProviderMayAlsoBeRequiredByNameAndThenNoOtherIsBrought() {
        Resolution resolution = UseCase.of(DIAL, "p: {include: [dial, fast]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dial", "fast", "netstack");
        assertThat(UseCase.reason(resolution, "netstack")).isEqualTo("RequiredBy fast");
        assertThat(resolution.provisions().get("dial"))
                .singleElement()
                .satisfies(provision -> assertThat(provision.provider()).isEqualTo("netstack"));
    }

    @Test
    void aProviderOfWhatNobodyNeedsIsOut() {
        assertThat(UseCase.of(DIAL, "p: {include: [fast]}").on(LINUX).in()).containsExactly("fast", "netstack");
    }

    @Test
    void baseMayNeedACapability() {
        Resolution resolution =
                UseCase.of("base: {needs: [path]}\n" + DIAL, "p: {}").on(LINUX);

        assertThat(resolution.in()).containsExactly("router");
        assertThat(UseCase.reason(resolution, "router")).isEqualTo("ProviderOf path for base");
    }

    @Test
    void aNeedCountsOnlyWhereItsConditionHolds() {
        UseCase useCase = UseCase.of("""
                features: {dial: {needs: [{capability: path, when: linux}]}, router: {}}
                capabilities: {path: {providers: [router]}}
                """, "p: {include: [dial]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("dial", "router");
        assertThat(useCase.on(MACOS).in()).containsExactly("dial");
    }

    @Test
    void aVariantMayHoldNeeds() {
        UseCase useCase = UseCase.of("""
                features:
                  dial: {variants: [{when: linux, needs: [path]}, {when: macos}]}
                  router: {}
                capabilities: {path: {providers: [router]}}
                """, "p: {include: [dial]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("dial", "router");
        assertThat(useCase.on(MACOS).in()).containsExactly("dial");
    }

    @Test
    void whatNeedsACapabilityThatNobodyCanProvideHereIsUnavailableHere() {
        UseCase useCase = UseCase.of("""
                features:
                  dial: {needs: [path]}
                  phone: {requires: [dial]}
                  router: {platforms: linux}
                  bridge: {platforms: freebsd}
                capabilities: {path: {providers: [router, bridge]}}
                """, "p: {include: [phone]}\neverything: {include: all}");

        assertThat(UseCase.clashes(useCase.refusedOn(MACOS))).containsExactly("no router, no bridge, p asks phone");
        Resolution everything = useCase.resolve("everything", MACOS);
        assertThat(everything.in()).isEmpty();
        assertThat(UseCase.reason(everything, "phone")).isEqualTo("NeedsNobody");
        assertThat(UseCase.reason(everything, "dial")).isEqualTo("NeedsNobody");
    }

    @Test
    void theOpenNeedFirstByNameGetsItsPreferredProvider() {
        Resolution resolution = UseCase.of("""
                        features: {a: {needs: [zz, aa]}, x: {}, y: {}}
                        capabilities: {zz: {providers: [y, x]}, aa: {providers: [x, y]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "x");
    }

    @Test
    void requirementsOfAProviderCloseBeforeTheNextNeedIsLookedAt() {
        Resolution resolution = UseCase.of("""
                        features: {a: {needs: [zz, aa]}, x: {requires: [y]}, y: {}, z: {}}
                        capabilities: {zz: {providers: [z, y]}, aa: {providers: [x]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "x", "y");
    }

    @Test
    void aProviderMayNeedACapabilityItself() {
        Resolution resolution = UseCase.of("""
                        features: {a: {needs: [path]}, router: {needs: [driver]}, e1000: {}}
                        capabilities: {path: {providers: [router]}, driver: {providers: [e1000]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(UseCase.chain(resolution.chain("e1000"))).isEqualTo("a > router > e1000");
    }

    @Test
    void aProviderBroughtOnlyByChoiceWhoseNeedsOthersMeetIsDropped() {
        Resolution resolution = UseCase.of("""
                        features: {a: {needs: [aa, zz]}, x: {requires: [w]}, y: {}, w: {}}
                        capabilities: {aa: {providers: [x, y]}, zz: {providers: [y]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "y");
    }

    @Test
    void ofTwoThatCouldBeDroppedTheLastBroughtIs() {
        Resolution resolution = UseCase.of("""
                        features: {a: {needs: [aa, bb, cc, dd]}, x: {}, y: {}, z: {}}
                        capabilities:
                          aa: {providers: [x, z]}
                          bb: {providers: [y, z]}
                          cc: {providers: [z]}
                          dd: {providers: [x, y]}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "x", "z");
    }

    @Test
    void whereThePreferredProviderClashesAnotherIsTakenAndTheChoiceIsTold() {
        Resolution resolution = UseCase.of("""
                        features: {dial: {needs: [path]}, gro: {conflicts: [router]}, router: {}, netstack: {}}
                        capabilities: {path: {providers: [router, netstack]}}
                        """, "p: {include: [dial, gro]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dial", "gro", "netstack");
        assertThat(resolution.choices().get("path"))
                .isEqualTo(new ProviderChoice("path", "netstack", ProviderChoice.By.CLASH, List.of("router")));
    }
}
