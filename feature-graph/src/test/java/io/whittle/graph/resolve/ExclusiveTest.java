package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExclusiveTest {
    private static final String LINUX = "linux/amd64";
    private static final String SHELLS = """
            features: {bash: {}, zsh: {}, fish: {}, prompt: {requires: [zsh]}, theme: {requires: [prompt]}}
            capabilities: {shell: {providers: [bash, zsh, fish], exclusive: true}}
            """;

    @Test
    void oneProviderAtMostWhetherTheCapabilityIsNeededOrNot() {
        assertThat(UseCase.clashes(
                        UseCase.of(SHELLS, "p: {include: [bash, prompt]}").refusedOn(LINUX)))
                .containsExactly("p asks bash, p asks prompt");
        assertThat(UseCase.of(SHELLS, "p: {include: [zsh]}").on(LINUX).in()).containsExactly("zsh");
    }

    @Test
    void withoutExclusiveAllProvidersMayBeIn() {
        String shared = SHELLS.replace(", exclusive: true", "");

        assertThat(UseCase.of(shared, "p: {include: [bash, zsh]}").on(LINUX).in())
                .containsExactly("bash", "zsh");
    }

    @Test
    void ofThoseThatAllReachesTheFirstIsInTheOthersAreLeftOutAndSaid() {
        Resolution resolution = UseCase.of(SHELLS, "p: {include: all}").on(LINUX);

        assertThat(resolution.in()).containsExactly("bash");
        assertThat(UseCase.reason(resolution, "zsh")).isEqualTo("LeftOutForAnother bash");
        assertThat(UseCase.reason(resolution, "fish")).isEqualTo("LeftOutForAnother bash");
        assertThat(UseCase.reason(resolution, "theme")).isEqualTo("RequiresLeftOut theme > prompt > zsh");
    }

    @Test
    void ofThoseThatAllReachesTheChosenIsIn() {
        Resolution resolution =
                UseCase.of(SHELLS, "p: {include: all, choose: {shell: zsh}}").on(LINUX);

        assertThat(resolution.in()).containsExactly("prompt", "theme", "zsh");
        assertThat(UseCase.reason(resolution, "bash")).isEqualTo("LeftOutForAnother zsh");
    }

    @Test
    void whatIsAskedForByNameStaysWhateverIsFirst() {
        Resolution resolution = UseCase.of(SHELLS, "q: {include: [fish]}\np: {extends: q, include: all}")
                .on(LINUX);

        assertThat(resolution.in()).containsExactly("fish");
        assertThat(UseCase.reason(resolution, "bash")).isEqualTo("LeftOutForAnother fish");
    }

    @Test
    void aProviderThatIsExcludedLeavesThePlaceToTheNext() {
        assertThat(UseCase.of(SHELLS, "p: {include: all, exclude: [bash]}")
                        .on(LINUX)
                        .in())
                .containsExactly("prompt", "theme", "zsh");
    }

    @Test
    void twoThatAreAskedForByNameClashEvenIfAllIsInForce() {
        assertThat(UseCase.clashes(UseCase.of(SHELLS, "q: {include: [fish, zsh]}\np: {extends: q, include: all}")
                        .refusedOn(LINUX)))
                .containsExactly("q asks fish, q asks zsh");
    }
}
