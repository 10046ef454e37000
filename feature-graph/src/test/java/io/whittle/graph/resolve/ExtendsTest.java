package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Mention;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExtendsTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";
    private static final String FEATURES = "features: {a: {}, b: {}, c: {}, d: {requires: [c]}}\n";

    @Test
    void aChildHasItsParentsWordsAndItsOwnEachKnowingWhoSaidIt() {
        Resolution resolution = UseCase.of(FEATURES, """
                        grandparent: {include: [a]}
                        parent: {extends: grandparent, exclude: {c: too big}}
                        p: {extends: parent, include: [b]}
                        """).on(LINUX);

        assertThat(resolution.profile().lineage()).containsExactly("p", "parent", "grandparent");
        assertThat(resolution.in()).containsExactly("a", "b");
        assertThat(resolution.features().get("a").reason())
                .isInstanceOfSatisfying(
                        Reason.AskedFor.class,
                        asked -> assertThat(asked.profile()).isEqualTo("grandparent"));
        assertThat(resolution.features().get("c").reason())
                .isInstanceOfSatisfying(
                        Reason.ExcludedBy.class,
                        excluded -> assertThat(excluded.profile()).isEqualTo("parent"));
    }

    @Test
    void theChildsWordOnAFeatureReplacesTheParents() {
        UseCase useCase = UseCase.of(FEATURES, """
                parent: {include: [a], exclude: [c]}
                p: {extends: parent, include: [c], exclude: [a]}
                """);

        assertThat(useCase.on(LINUX).in()).containsExactly("c");
        assertThat(useCase.resolve("parent", LINUX).in()).containsExactly("a");
    }

    @Test
    void allIsInheritedAndSoAreItsExclusions() {
        Resolution resolution = UseCase.of(FEATURES, """
                        parent: {include: all, exclude: [c]}
                        p: {extends: parent, include: [a], exclude: [b]}
                        """).on(LINUX);

        assertThat(resolution.in()).containsExactly("a");
        assertThat(UseCase.reason(resolution, "d")).isEqualTo("RequiresExcluded d > c");
    }

    @Test
    void aChildsInclusionLiftsAnExclusionFromAll() {
        Resolution resolution = UseCase.of(FEATURES, """
                        parent: {include: all, exclude: [c]}
                        p: {extends: parent, include: [c]}
                        """).on(LINUX);

        assertThat(resolution.in()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aChildsWordThatDoesNotCountOnThePlatformReplacesNothingThere() {
        UseCase useCase = UseCase.of(FEATURES, """
                parent: {include: [a]}
                p: {extends: parent, exclude: [{feature: a, when: macos}]}
                """);

        assertThat(useCase.on(LINUX).in()).containsExactly("a");
        assertThat(useCase.on(MACOS).in()).isEmpty();
    }

    @Test
    void aChildThatRepeatsItsParentsWordWithAConditionIsToldThatThisNarrowsNothing() {
        UseCase useCase = UseCase.of(FEATURES, """
                parent: {include: [a]}
                p: {extends: parent, include: [{feature: a, when: linux}]}
                """);

        assertThat(useCase.on(LINUX).warnings()).isEmpty();
        assertThat(useCase.on(MACOS).in()).containsExactly("a");
        assertThat(useCase.on(MACOS).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .isEqualTo("p asks for a only where linux, but parent, which it extends, asks for it on"
                                + " macos/arm64, too: it is in\nto keep it out there, write instead, under"
                                + " 'exclude': {feature: a, when: not linux}"));
    }

    @Test
    void listsUnderImageAndPlatformsAreReplacedAndMapsMergeByKey() {
        UseCase useCase = UseCase.of("""
                image:
                  compress: zip-6
                  optimize: transfer
                  strip: [java-debug]
                  launchers: {outpost: {module: outpost.cli, main: outpost.cli.Outpost}}
                features: {}
                """, """
                parent:
                  platforms: [linux/amd64, linux/arm64]
                  budgets: {image: 40 MiB, memory: 72 MiB}
                  forbid: {modules: [java.desktop]}
                  image: {optimize: disk, cds: app, strip: [java-debug, native-debug]}
                p:
                  extends: parent
                  platforms: [macos/arm64]
                  budgets: {image: 50 MiB}
                  forbid: {modules: [java.sql]}
                  image: {locales: [en, fr]}
                """);

        EffectiveProfile profile = EffectiveProfile.of(useCase.catalog(), "p");

        assertThat(profile.platforms().orElseThrow().value())
                .extracting(entry -> entry.platform().toString())
                .containsExactly(MACOS);
        assertThat(profile.budgets()).containsOnlyKeys("image", "memory");
        assertThat(profile.budgets().get("image").value().limit()).hasToString("50 MiB");
        assertThat(profile.budgets().get("memory").profile()).isEqualTo("parent");
        assertThat(profile.forbid()).containsOnlyKeys("java.desktop", "java.sql");
        assertThat(profile.image().launchers()).containsOnlyKeys("outpost");
        assertThat(profile.image().compress()).map(Mention::text).contains("zip-6");
        assertThat(profile.image().optimize()).map(Mention::text).contains("disk");
        assertThat(profile.image().cds()).map(Mention::text).contains("app");
        assertThat(profile.image().strip().orElseThrow()).hasToString("[java-debug, native-debug]");
        assertThat(profile.image().locales().orElseThrow()).hasToString("[en, fr]");
    }
}
