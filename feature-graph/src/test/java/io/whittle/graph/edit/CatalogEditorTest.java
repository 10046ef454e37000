package io.whittle.graph.edit;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each form in which a list can be written, and what an addition makes of it. */
class CatalogEditorTest {
    private static final Path NAME = Path.of("feature-tags.yaml");

    /** Before and after of one form, as {@link Forms} holds them. */
    static Stream<Forms.Form> forms() {
        return Forms.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsKept(Forms.Form form) throws CatalogException {
        String edited = CatalogEditor.add(form.before(), form.additions());
        assertThat(edited).isEqualTo(form.after());
        assertThat(CatalogReader.read(NAME, edited).catalog().features()).isNotEmpty();
        assertThat(CatalogEditor.add(edited, form.additions()))
                .as("the same once more")
                .isEqualTo(edited);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void lineEndsAreThoseOfTheFile(Forms.Form form) throws CatalogException {
        for (String end : List.of("\r\n", "\r")) {
            assertThat(CatalogEditor.add(form.before().replace("\n", end), form.additions()))
                    .isEqualTo(form.after().replace("\n", end));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void charactersOfTwoCharsAndAByteOrderMarkShiftNothing(Forms.Form form) throws CatalogException {
        String wide = "\uFEFF# \uD83D\uDD0C\uD83D\uDD0C \uFEFF \u0085 \u2028 é\n";
        assertThat(CatalogEditor.add(wide + form.before(), form.additions())).isEqualTo(wide + form.after());
    }

    @Test
    void withoutAdditionsTheTextIsItself() throws CatalogException {
        String text = "schema: 1\nfeatures: {dns: }";
        assertThat(CatalogEditor.add(text, List.of())).isEqualTo(text);
    }

    @Test
    void aReasonIsOneLineOfWhatAFileMayHold() throws CatalogException {
        Addition addition = new Addition(
                Optional.of("dns"),
                Addition.Key.MODULES,
                "outpost.dns",
                Optional.of(" one\r\ntwo\u0000 \uD83D\uDD0C \uD83D three "));
        assertThat(CatalogEditor.add("schema: 1\nfeatures:\n  dns:\n", List.of(addition)))
                .isEqualTo("schema: 1\nfeatures:\n  dns:\n    modules: [outpost.dns] # one two \uD83D\uDD0C three\n");
    }

    @Test
    void aFeatureThatIsNotThereIsRefusedWithTheNearest() {
        assertThatThrownBy(() ->
                        CatalogEditor.add("schema: 1\nfeatures: {netstack: {}}", List.of(addition("netstak", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the catalogue has no feature 'netstak', did you mean 'netstack'?; declare it under"
                        + " features before something is added to it");
    }

    @Test
    void baseHasNoSoftEdges() {
        Addition addition = new Addition(Optional.empty(), Addition.Key.IF_PRESENT, "dns", Optional.empty());
        assertThatThrownBy(() -> CatalogEditor.add("schema: 1\nfeatures: {dns: {}}", List.of(addition)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base takes no ifPresent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "# a",
                "a, b",
                "a], [b",
                "a\nb",
                "[a",
                "[a]",
                "{when: linux}",
                "a ] # b",
                "a # b",
                "a,",
                ", a",
                "*a",
                "{[a]: b}"
            })
    void whatIsNotOneEntryIsRefused(String entry) {
        assertThatThrownBy(() -> CatalogEditor.add("schema: 1\nfeatures: {dns: {}}", List.of(addition("dns", entry))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("features.dns.modules: " + entry);
    }

    @Test
    void aTextThatIsNoCatalogueIsRefused() {
        assertThatThrownBy(() -> CatalogEditor.add("schema: 1\nfeatures: {dns: ", List.of(addition("dns", "a"))))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("feature-tags.yaml:2:17");
    }

    @Test
    void anAdditionThatBreaksTheCatalogueIsRefusedWhereItWouldStand() {
        String text = "schema: 1\nfeatures:\n  dns: {}\n  ssh: {modules: [a]}\n";
        assertThatThrownBy(() -> CatalogEditor.add(text, List.of(addition("dns", "a"))))
                .isInstanceOfSatisfying(
                        CatalogException.class,
                        refused -> assertThat(refused.source().lines()).contains("  dns: {modules: [a]}"))
                .hasMessageContaining("module a of ssh belongs to dns already");
    }

    private static Addition addition(String feature, String module) {
        return new Addition(Optional.of(feature), Addition.Key.MODULES, module, Optional.empty());
    }
}
