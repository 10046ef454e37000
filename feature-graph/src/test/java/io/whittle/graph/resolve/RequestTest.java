package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestTest {
    private static final UseCase ROUTER = UseCase.of("features: {v7only: {platforms: v7}}\n", """
            minimal: {platforms: [linux/amd64, linux/arm/v7, linux/arm64/musl]}
            field: {extends: minimal}
            anywhere: {}
            nowhere: {platforms: []}
            """);

    @Test
    void aPlatformTheProfileIsNotMadeForIsRefusedWithThoseItIsMadeFor() {
        assertThat(ROUTER.refused("minimal", "windows/amd64")).hasMessage("""
                        feature-tags.yaml:4:25: error: minimal is made for linux/amd64, linux/arm/v7 and \
                        linux/arm64/musl, not for windows/amd64
                              minimal: {platforms: [linux/amd64, linux/arm/v7, linux/arm64/musl]}
                                                    ^
                        ask for one of these, or add windows/amd64 to 'platforms' of minimal""");
    }

    @Test
    void aPlatformWithoutItsVariantIsAnotherOneForConditionsOnTheVariantDoNotHoldThere() {
        assertThat(ROUTER.refused("minimal", "linux/arm"))
                .hasMessageContaining("name the variant: ask for linux/arm/v7");
        assertThat(ROUTER.resolve("minimal", "linux/arm/v7").in()).isEmpty();
        assertThat(ROUTER.refused("minimal", "linux/arm/v6")).hasMessageContaining("add linux/arm/v6 to 'platforms'");
    }

    @Test
    void aPlatformWithTheOtherCLibraryIsAnotherOne() {
        assertThat(ROUTER.refused("minimal", "linux/arm64")).hasMessageContaining("not for linux/arm64");
        assertThat(ROUTER.resolve("minimal", "linux/arm64/musl").in()).isEmpty();
    }

    @Test
    void inheritedPlatformsPointToTheParentThatNamesThem() {
        assertThat(ROUTER.refused("field", "windows/amd64"))
                .hasMessageContaining("minimal is made for")
                .hasMessageContaining("to 'platforms' of minimal");
    }

    @Test
    void aProfileThatNamesNoPlatformsIsForAllAndOneThatNamesNoneIsForNoneAtAll() {
        assertThat(ROUTER.resolve("anywhere", "netbsd/amd64").in()).isEmpty();
        assertThat(ROUTER.refused("nowhere", "netbsd/amd64"))
                .hasMessageContaining("nowhere is made for no platform at all");
    }

    @Test
    void anUnknownProfileIsAnsweredWithTheNearestAndTheListOfAll() {
        assertThatThrownBy(() -> EffectiveProfile.of(ROUTER.catalog(), "minmal"))
                .isInstanceOfSatisfying(UnknownProfileException.class, unknown -> {
                    assertThat(unknown.nearest()).contains("minimal");
                    assertThat(unknown.known()).containsExactly("anywhere", "field", "minimal", "nowhere");
                })
                .hasMessage("there is no profile 'minmal': did you mean minimal?\n"
                        + "ask for one of: anywhere, field, minimal, nowhere");
    }

    @Test
    void aCatalogueWithoutProfilesSaysSo() {
        UseCase bare = UseCase.ofText("schema: 1\nfeatures: {}\n");

        assertThatThrownBy(() -> EffectiveProfile.of(bare.catalog(), "full"))
                .hasMessage("there is no profile 'full': the catalogue has none; write one under 'profiles'");
    }
}
