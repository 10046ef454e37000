package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChooseTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";
    private static final String DIAL = """
            features:
              dial: {needs: [path]}
              router: {platforms: linux}
              netstack: {}
              bridge: {}
              fast: {requires: [netstack]}
            capabilities: {path: {providers: [router, netstack, bridge]}}
            """;

    @Test
    void whereTheCapabilityIsNeededTheNamedProviderIsIn() {
        Resolution resolution =
                UseCase.of(DIAL, "p: {include: [dial], choose: {path: bridge}}").on(LINUX);

        assertThat(resolution.in()).containsExactly("bridge", "dial");
        assertThat(UseCase.reason(resolution, "bridge")).isEqualTo("ProviderOf path for dial chosen by p");
        assertThat(resolution.choices().get("path").by()).isEqualTo(ProviderChoice.By.PROFILE);
        assertThat(resolution.warnings()).isEmpty();
    }

    @Test
    void theNamedProviderIsInEvenWhereAnotherIsInAnyway() {
        assertThat(UseCase.of(DIAL, "p: {include: [dial, fast], choose: {path: bridge}}")
                        .on(LINUX)
                        .in())
                .containsExactly("bridge", "dial", "fast", "netstack");
    }

    @Test
    void whereBaseNeedsItTheNamedProviderIsInToo() {
        assertThat(UseCase.of("base: {needs: [path]}\n" + DIAL, "p: {choose: {path: bridge}}")
                        .on(LINUX)
                        .in())
                .containsExactly("bridge");
    }

    @Test
    void whereNobodyNeedsItAWarning() {
        Resolution resolution =
                UseCase.of(DIAL, "p: {include: [fast], choose: {path: bridge}}").on(LINUX);

        assertThat(resolution.in()).containsExactly("fast", "netstack");
        assertThat(resolution.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .startsWith("p chooses bridge for path, which nothing in p needs on linux/amd64"));
    }

    @Test
    void aListIsTakenInOrderPerPlatform() {
        UseCase byCondition =
                UseCase.of(DIAL, "p: {include: [dial], choose: {path: [{feature: bridge, when: macos}, netstack]}}");
        UseCase byAvailability = UseCase.of(DIAL, "p: {include: [dial], choose: {path: [router, bridge]}}");

        assertThat(byCondition.on(LINUX).in()).containsExactly("dial", "netstack");
        assertThat(byCondition.on(MACOS).in()).containsExactly("bridge", "dial");
        assertThat(byAvailability.on(LINUX).in()).containsExactly("dial", "router");
        assertThat(byAvailability.on(MACOS).in()).containsExactly("bridge", "dial");
    }

    @Test
    void whereNoEntryCountsNothingIsChosen() {
        UseCase useCase = UseCase.of(DIAL, "p: {include: [dial], choose: {path: {feature: bridge, when: macos}}}");

        assertThat(useCase.on(LINUX).in()).containsExactly("dial", "router");
        assertThat(UseCase.reason(useCase.on(LINUX), "router")).isEqualTo("ProviderOf path for dial");
    }

    @Test
    void aChosenProviderThatIsNotAvailableIsAnErrorWhereItIsNeededAndNoOtherIsTaken() {
        UseCase useCase = UseCase.of(DIAL, "p: {include: [dial], choose: {path: router}}\nq: {choose: {path: router}}");

        assertThat(UseCase.clashes(useCase.refusedOn(MACOS)))
                .containsExactly("no router, p asks dial, p chooses router");
        assertThat(useCase.resolve("q", MACOS).in()).isEmpty();
    }

    @Test
    void chooseNeverOverrulesARequirementAClashListsBoth() {
        UseCase useCase = UseCase.of(
                DIAL.replace("bridge]}", "bridge], exclusive: true}"),
                "p: {include: [dial, fast], choose: {path: bridge}}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX)))
                .containsExactly("p asks dial, p asks fast, p chooses bridge");
    }

    @Test
    void chooseNeverOverrulesAnExclusion() {
        assertThat(UseCase.clashes(UseCase.of(DIAL, "p: {include: [dial], exclude: [bridge], choose: {path: bridge}}")
                        .refusedOn(LINUX)))
                .containsExactly("p asks dial, p excludes bridge, p chooses bridge");
    }

    @Test
    void theChildsChoiceReplacesItsParentsAndMapsMergeByKey() {
        UseCase useCase = UseCase.of("""
                features: {dial: {needs: [path, log]}, a: {}, b: {}, x: {}, y: {}}
                capabilities: {path: {providers: [a, b]}, log: {providers: [x, y]}}
                """, """
                parent: {include: [dial], choose: {path: b, log: y}}
                p: {extends: parent, choose: {path: a}}
                """);

        assertThat(useCase.on(LINUX).in()).containsExactly("a", "dial", "y");
        assertThat(UseCase.reason(useCase.on(LINUX), "y")).isEqualTo("ProviderOf log for dial chosen by parent");
        assertThat(useCase.resolve("parent", LINUX).in()).containsExactly("b", "dial", "y");
    }
}
