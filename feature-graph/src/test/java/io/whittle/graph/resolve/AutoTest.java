package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AutoTest {
    private static final String LINUX = "linux/amd64";
    private static final String GLUE = """
            features:
              dns: {}
              peerapi: {}
              httpdns: {auto: [dns, peerapi], requires: [http]}
              http: {}
              tap: {conflicts: [http]}
            """;

    @Test
    void itComesInAsSoonAsAllOfTheseAreIn() {
        Resolution resolution = UseCase.of(GLUE, "p: {include: [dns, peerapi]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "http", "httpdns", "peerapi");
        assertThat(UseCase.reason(resolution, "httpdns")).isEqualTo("AutoSince dns peerapi");
        assertThat(UseCase.reason(resolution, "http")).isEqualTo("RequiredBy httpdns");
        assertThat(UseCase.of(GLUE, "p: {include: [dns]}").on(LINUX).in()).containsExactly("dns");
    }

    @Test
    void unlessExcluded() {
        Resolution resolution = UseCase.of(GLUE, "p: {include: [dns, peerapi], exclude: [httpdns]}")
                .on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "peerapi");
        assertThat(UseCase.reason(resolution, "httpdns")).isEqualTo("ExcludedBy");
    }

    @Test
    void orImpossible() {
        Resolution resolution =
                UseCase.of(GLUE, "p: {include: [dns, peerapi, tap]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "peerapi", "tap");
        assertThat(UseCase.reason(resolution, "httpdns")).isEqualTo("HeldOff Conflicting");
    }

    @Test
    void itImpliesNoRequiresAskedForByNameWithoutItsTriggersItIsInWithAWarning() {
        Resolution resolution = UseCase.of(GLUE, "p: {include: [httpdns, dns]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("dns", "http", "httpdns");
        assertThat(resolution.warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.text())
                                .startsWith(
                                        "httpdns comes in by itself with the features under its 'auto', of which peerapi is out"));
    }

    @Test
    void askedForByNameWithItsTriggersItIsInWithoutAWarning() {
        assertThat(UseCase.of(GLUE, "p: {include: [httpdns, dns, peerapi]}")
                        .on(LINUX)
                        .warnings())
                .isEmpty();
    }

    @Test
    void allBringsItOnlyThroughItsTriggers() {
        Resolution resolution =
                UseCase.of(GLUE, "p: {include: all, exclude: [tap]}").on(LINUX);

        assertThat(UseCase.reason(resolution, "httpdns")).isEqualTo("AutoSince dns peerapi");
        assertThat(UseCase.of(GLUE, "p: {include: all, exclude: [tap, dns]}")
                        .on(LINUX)
                        .in())
                .containsExactly("http", "peerapi");
    }

    @Test
    void recommendationsGoBeforeAuto() {
        Resolution resolution = UseCase.of(
                        "features: {b: {recommends: [x]}, a: {auto: [b], conflicts: [x]}, x: {}}\n",
                        "p: {include: [b]}")
                .on(LINUX);

        assertThat(resolution.in()).containsExactly("b", "x");
    }

    @Test
    void untilNothingChangesGlueOnGlueAndWhatGlueRecommends() {
        Resolution resolution = UseCase.of("""
                        features:
                          base1: {}
                          z: {auto: [base1], recommends: [r]}
                          y: {auto: [z, r]}
                          r: {}
                        """, "p: {include: [base1]}").on(LINUX);

        assertThat(resolution.in()).containsExactly("base1", "r", "y", "z");
        assertThat(UseCase.reason(resolution, "r")).isEqualTo("RecommendedBy z");
        assertThat(UseCase.reason(resolution, "y")).isEqualTo("AutoSince z r");
    }

    @Test
    void theFirstByNameComesInAndNothingSoftIsEverTakenBack() {
        Resolution resolution = UseCase.of(
                        "features: {t: {}, a: {auto: [t], conflicts: [b]}, b: {auto: [t]}, c: {auto: [a], conflicts: [t]}}\n",
                        "p: {include: [t]}")
                .on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "t");
        assertThat(UseCase.reason(resolution, "b")).isEqualTo("HeldOff Conflicting");
    }

    @Test
    void twoThatWaitForOneAnotherStayOut() {
        assertThat(UseCase.of("features: {a: {auto: [b]}, b: {auto: [a]}}\n", "p: {include: all}")
                        .on(LINUX)
                        .in())
                .isEmpty();
    }
}
