package io.whittle.graph.cells;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** By which edits of a catalogue a cell keeps its id. */
class StableIdTest {
    private static final List<String> FEATURES = List.of(
            "  dns: {modules: [acme.dns], requires: [net], jdkModules: [jdk.naming.dns, java.naming]}",
            "  net: {modules: [acme.net, acme.wire]}",
            "  cache: {modules: [acme.cache]}",
            "  log: {modules: [acme.log], conflicts: [cache]}");
    private static final List<String> PROFILES =
            List.of("  small: {include: [net]}", "  large: {include: [dns, cache]}", "  logged: {include: [dns, log]}");

    @Test
    void theOrderOfTheFileChangesNothing() throws Exception {
        Matrix first = Cells.of(text(FEATURES, PROFILES), Cells.EVERY_KIND, "linux/amd64", "macos/arm64");
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<String> features = new ArrayList<>(FEATURES);
            List<String> profiles = new ArrayList<>(PROFILES);
            Collections.shuffle(features, random);
            Collections.shuffle(profiles, random);
            String text = text(features, profiles)
                    .replace("[acme.net, acme.wire]", "[acme.wire, acme.net]")
                    .replace("[jdk.naming.dns, java.naming]", "[java.naming, jdk.naming.dns]")
                    .replace("[en, fr]", "[fr, en]");
            Matrix again = Cells.of(text, Cells.EVERY_KIND, "macos/arm64", "linux/amd64");

            assertThat(Cells.ids(again)).isEqualTo(Cells.ids(first));
            assertThat(Cells.names(again.cells())).isEqualTo(Cells.names(first.cells()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "features:\n  extra: {modules: [acme.extra]}",
                "features: # a comment",
                "\nfeatures:\n  unused: {internal: true, requires: [net]}"
            })
    void otherFeaturesAndCommentsChangeNoProfileAndNoFeature(String with) throws Exception {
        Set<RowKind> kinds = Set.of(RowKind.PROFILES, RowKind.FEATURES);
        Matrix before = Cells.of(text(FEATURES, PROFILES), kinds, "linux/amd64");
        Matrix after = Cells.of(text(FEATURES, PROFILES).replace("features:", with), kinds, "linux/amd64");

        assertThat(Cells.ids(after)).containsAll(Cells.ids(before));
        assertThat(after.cells())
                .hasSizeBetween(before.cells().size(), before.cells().size() + 1);
    }

    @Test
    void anEditOfOneFeatureChangesTheCellsThatHoldItAndNoOthers() throws Exception {
        Matrix before = Cells.of(text(FEATURES, PROFILES), Cells.EVERY_KIND, "linux/amd64");
        Matrix after = Cells.of(
                text(FEATURES, PROFILES).replace("[acme.cache]", "[acme.cache, acme.more]"),
                Cells.EVERY_KIND,
                "linux/amd64");

        Set<String> changed = new HashSet<>(Cells.ids(before));
        changed.removeAll(Cells.ids(after));
        assertThat(changed).isNotEmpty();
        for (Cell cell : before.cells()) {
            assertThat(changed.contains(cell.id()))
                    .isEqualTo(cell.rows().get(0).resolution().in().contains("cache"));
        }
    }

    @Test
    void theIdIsWhatItWasInFormerVersions() throws Exception {
        Matrix matrix = Cells.of(text(FEATURES, PROFILES), Set.of(RowKind.PROFILES), "linux/amd64");

        assertThat(Cells.ids(matrix)).containsExactly("56c1320bcd9c", "3dec74e7304e", "6a3dc70cc283");
    }

    @Test
    void whereAnImageTellsItsFeaturesOthersAreAnotherImage() throws Exception {
        List<String> features = List.of("  net: {modules: [acme.net]}", "  word: {}");
        List<String> profiles =
                List.of("  bare: {include: [net]}", "  worded: {include: [net, word]}", "  bare-too: {include: [net]}");
        String silent = text(features, profiles);
        String telling = silent.replace("image:\n", "image:\n  features: conf/features.properties\n");
        Set<RowKind> kinds = Set.of(RowKind.PROFILES);

        assertThat(Cells.of(silent, kinds, "linux/amd64").cells()).hasSize(1);
        assertThat(Cells.of(telling, kinds, "linux/amd64").cells()).hasSize(2);
        assertThat(Cells.ids(Cells.of(telling, kinds, "linux/amd64")))
                .doesNotContainAnyElementsOf(
                        Cells.ids(Cells.of(telling.replace("conf/features", "conf/f"), kinds, "linux/amd64")));
    }

    private static String text(List<String> features, List<String> profiles) {
        return "schema: 1\nfeatures:\n" + String.join("\n", features)
                + "\nimage:\n  launchers: {app: {module: acme.net, main: acme.Main, args: [a, b]}}\n  locales: [en, fr]\n"
                + "profiles:\n" + String.join("\n", profiles) + "\n";
    }
}
