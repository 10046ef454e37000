package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConflictsTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";

    @Test
    void notBothWhicheverOfThemSaysIt() {
        for (String features : new String[] {
            "features: {gro: {conflicts: [tap]}, tap: {}}\n", "features: {gro: {}, tap: {conflicts: [gro]}}\n"
        }) {
            UseCase useCase = UseCase.of(features, "p: {include: [gro, tap]}\none: {include: [gro]}");

            assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks gro, p asks tap");
            assertThat(useCase.resolve("one", LINUX).in()).containsExactly("gro");
        }
    }

    @Test
    void becauseIsPrinted() {
        assertThat(UseCase.of(
                                "features: {gro: {}, tap: {conflicts: [{feature: gro, because: both own the queue}]}}\n",
                                "p: {include: [gro, tap]}")
                        .refusedOn(LINUX))
                .hasMessageContaining("both own the queue");
    }

    @Test
    void aConflictCountsOnlyWhereItsConditionHolds() {
        UseCase useCase = UseCase.of(
                "features: {gro: {}, tap: {conflicts: [{feature: gro, when: linux}]}}\n", "p: {include: [gro, tap]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).hasSize(1);
        assertThat(useCase.on(MACOS).in()).containsExactly("gro", "tap");
    }

    @Test
    void aConflictThatRequirementsReachNamesThoseWhoAsk() {
        UseCase useCase = UseCase.of(
                "features: {a: {requires: [b]}, b: {requires: [gro]}, gro: {conflicts: [tap]}, tap: {}, c: {requires: [tap]}}\n",
                "p: {include: [a, c]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks a, p asks c");
    }

    @Test
    void whatConflictsWithItsOwnRequirementCannotBeAskedFor() {
        assertThat(UseCase.clashes(
                        UseCase.of("features: {a: {requires: [b]}, b: {conflicts: [a]}}\n", "p: {include: [a]}")
                                .refusedOn(LINUX)))
                .containsExactly("p asks a");
    }

    @Test
    void twoThatNameOneAnotherClashOnce() {
        assertThat(UseCase.clashes(
                        UseCase.of("features: {a: {conflicts: [b]}, b: {conflicts: [a]}}\n", "p: {include: [a, b]}")
                                .refusedOn(LINUX)))
                .containsExactly("p asks a, p asks b");
    }
}
