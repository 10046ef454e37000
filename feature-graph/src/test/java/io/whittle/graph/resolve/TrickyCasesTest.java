package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrickyCasesTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";

    @Test
    void autoComesInAsSoonAsAllOfTheseAreInUnlessExcludedEvenWhereAllAsksForEverything() {
        UseCase useCase = UseCase.of(
                "features: {dns: {}, peerapi: {}, httpdns: {auto: [dns, peerapi]}, ui: {requires: [httpdns]}}\n",
                "p: {include: all, exclude: [httpdns]}\nq: {include: [ui], exclude: [httpdns]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("dns", "peerapi");
        assertThat(UseCase.reason(useCase.on(LINUX), "httpdns")).isEqualTo("ExcludedBy");
        assertThat(UseCase.reason(useCase.on(LINUX), "ui")).isEqualTo("RequiresExcluded ui > httpdns");
        assertThat(UseCase.clashes(useCase.refused("q", LINUX))).containsExactly("q asks ui, q excludes httpdns");
    }

    @Test
    void chooseNeverOverrulesARequirementAClashListsBoth() {
        String features = """
                features: {dial: {needs: [path]}, gro: {requires: [netstack]}, router: {}, netstack: {}}
                capabilities: {path: {providers: [router, netstack], exclusive: true}}
                """;
        String shared = features.replace(", exclusive: true", "");
        String profile = "p: {include: [dial, gro], choose: {path: router}}";

        assertThat(UseCase.clashes(UseCase.of(features, profile).refusedOn(LINUX)))
                .containsExactly("p asks dial, p asks gro, p chooses router");
        assertThat(UseCase.of(shared, profile).on(LINUX).in()).containsExactly("dial", "gro", "netstack", "router");
    }

    @Test
    void exclusiveHoldsWhetherTheCapabilityIsNeededOrNot() {
        UseCase useCase = UseCase.of("""
                features: {bash: {}, zsh: {}, plain: {}}
                capabilities: {shell: {providers: [bash, zsh], exclusive: true}}
                """, "p: {include: [bash, zsh]}\nq: {include: [plain]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks bash, p asks zsh");
        assertThat(useCase.resolve("q", LINUX).in()).containsExactly("plain");
    }

    @Test
    void aConflictBetweenTwoOfAllIsAnErrorThatPrintsTheExcludeToWrite() {
        UseCase useCase = UseCase.of(
                "features: {gro: {}, tap: {conflicts: [{feature: gro, because: both own the queue}]}, ssh: {}}\n",
                "p: {include: all}\nq: {extends: p, exclude: [tap]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks gro by all, p asks tap by all");
        assertThat(useCase.refusedOn(LINUX)).hasMessageContaining("exclude").hasMessageContaining("tap");
        assertThat(useCase.resolve("q", LINUX).in()).containsExactly("gro", "ssh");
    }

    @Test
    void cyclesOfRecommendationsAreLegalAndNeverMakeAValidProfileInvalid() {
        UseCase useCase = UseCase.of(
                "features: {a: {recommends: [b]}, b: {recommends: [c]}, c: {recommends: [a], conflicts: [x]}, x: {}}\n",
                "p: {include: [a]}\nq: {include: [a, x]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("a", "b", "c");
        assertThat(useCase.resolve("q", LINUX).in()).containsExactly("a", "b", "x");
        assertThat(UseCase.reason(useCase.resolve("q", LINUX), "c")).isEqualTo("HeldOff Conflicting");
    }

    @Test
    void availableWherePlatformsHoldAndIfThereAreVariantsExactlyOneFits() {
        UseCase useCase = UseCase.of("""
                features:
                  osrouter:
                    platforms: not arm64
                    variants: [{when: linux, requires: [netlink]}, {when: macos}]
                  netlink: {}
                """, "p: {include: [osrouter]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("netlink", "osrouter");
        assertThat(useCase.on("macos/amd64").in()).containsExactly("osrouter");
        assertThat(UseCase.clashes(useCase.refusedOn("linux/arm64"))).containsExactly("no osrouter, p asks osrouter");
        assertThat(UseCase.clashes(useCase.refusedOn("windows/amd64"))).containsExactly("no osrouter, p asks osrouter");
    }

    @Test
    void unavailabilityTravelsThroughRequirementsAndThroughNeedsThatNobodyMeets() {
        UseCase useCase = UseCase.of("""
                features:
                  phone: {requires: [dial]}
                  dial: {needs: [path]}
                  router: {requires: [iptables]}
                  iptables: {platforms: linux}
                  ssh: {recommends: [phone]}
                capabilities: {path: {providers: [router]}}
                """, "p: {include: all}\nq: {include: [phone]}\nr: {include: [ssh]}");

        assertThat(useCase.on(LINUX).in()).hasSize(5);
        assertThat(useCase.on(MACOS).in()).containsExactly("ssh");
        assertThat(UseCase.reason(useCase.on(MACOS), "router")).isEqualTo("RequiresUnavailable router > iptables");
        assertThat(UseCase.reason(useCase.on(MACOS), "phone")).isEqualTo("NeedsNobody");
        assertThat(UseCase.clashes(useCase.refused("q", MACOS))).containsExactly("no iptables, q asks phone");
        assertThat(useCase.resolve("r", MACOS).in()).containsExactly("ssh");
    }

    @Test
    void fallbackModulesAreInWheneverTheFeatureIsOutForAnyReasonASoftOneToo() {
        UseCase useCase = UseCase.of("""
                features:
                  agent: {recommends: [logtail]}
                  logtail: {modules: [m.logtail], fallback: {modules: [m.logfilter]}, conflicts: [flash]}
                  flash: {}
                """, "p: {include: [agent, flash]}\nq: {include: [agent]}");

        assertThat(useCase.on(LINUX).modules()).containsOnlyKeys("m.logfilter");
        assertThat(useCase.resolve("q", LINUX).modules()).containsOnlyKeys("m.logtail");
    }

    @Test
    void theChildsWordOnAFeatureReplacesTheParentsAndWhatThatBrought() {
        UseCase useCase = UseCase.of("features: {dns: {requires: [netstack]}, netstack: {}, ssh: {}}\n", """
                parent: {include: [dns, ssh], exclude: [netstack]}
                p: {extends: parent, include: [netstack]}
                q: {extends: parent, exclude: [dns]}
                """);

        assertThat(UseCase.clashes(useCase.refused("parent", LINUX)))
                .containsExactly("parent asks dns, parent excludes netstack");
        assertThat(useCase.on(LINUX).in()).containsExactly("dns", "netstack", "ssh");
        assertThat(useCase.resolve("q", LINUX).in()).containsExactly("ssh");
    }

    @Test
    void ofAnExclusiveCapabilityTheChosenProviderIsInUnderAllAndWhatNeedsTheOthersIsLeftOut() {
        Resolution resolution =
                UseCase.of("""
                        features:
                          bash: {}
                          zsh: {}
                          theme: {requires: [bash]}
                          login: {needs: [shell]}
                        capabilities: {shell: {providers: [bash, zsh], exclusive: true}}
                        """, "p: {include: all, choose: {shell: zsh}}").on(LINUX);

        assertThat(resolution.in()).containsExactly("login", "zsh");
        assertThat(UseCase.reason(resolution, "theme")).isEqualTo("RequiresLeftOut theme > bash");
    }

    @Test
    void aProviderBroughtOnlyByChoiceThatClashesLaterIsNotTakenAndTheDifferenceIsTold() {
        Resolution resolution = UseCase.of("""
                        features:
                          a: {needs: [aa, zz]}
                          x: {conflicts: [y]}
                          w: {}
                          y: {}
                        capabilities: {aa: {providers: [x, w]}, zz: {providers: [y]}}
                        """, "p: {include: [a]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "w", "y");
        assertThat(resolution.choices().get("aa").by()).isEqualTo(ProviderChoice.By.CLASH);
    }

    @Test
    void nothingEntersExceptAlongAnEdgeSomeoneWroteOrByAll() {
        Resolution resolution =
                UseCase.of("""
                        features:
                          asked: {}
                          requirer: {requires: [asked]}
                          recommender: {recommends: [asked]}
                          provider: {}
                          rival: {conflicts: [provider]}
                          glue: {auto: [asked, provider]}
                        capabilities: {c: {providers: [provider]}}
                        """, "p: {include: [asked], choose: {c: provider}}").on(LINUX);

        assertThat(resolution.in()).containsExactly("asked");
        assertThat(UseCase.reason(resolution, "provider")).isEqualTo("NotAskedFor");
    }
}
