package io.whittle.graph.catalog;

import io.whittle.graph.catalog.Template.Literal;
import io.whittle.graph.catalog.Template.Placeholder;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Placeholders are filled in where they stand, and nothing else of a text changes. */
class TemplateTest {
    private static final Map<String, String> VALUES =
            Map.of(Template.DIR, "/tmp/a", Template.IMAGE, "/img", Template.port("api"), "4711");

    @Test
    void placeholdersAreParts() throws CatalogException {
        assertThat(template("a ${dir}${port.api}/b").parts())
                .containsExactly(
                        new Literal("a "), new Placeholder("dir"), new Placeholder("port.api"), new Literal("/b"));
        assertThat(template("").parts()).isEmpty();
    }

    @Test
    void valuesAreFilledInAsTheyAre() throws CatalogException {
        assertThat(template("--at=${image}:${port.api}").render(VALUES)).isEqualTo("--at=/img:4711");
        assertThat(template("${dir}").render(Map.of("dir", "${image} $1 \\"))).isEqualTo("${image} $1 \\");
    }

    @Test
    void twoDollarsBeforeABraceStandForTheCharacters() throws CatalogException {
        assertThat(template("$${dir} $$${image}").render(VALUES)).isEqualTo("${dir} $${image}");
        assertThat(template("$HOME $$ {dir} $").render(VALUES)).isEqualTo("$HOME $$ {dir} $");
    }

    @Test
    void aMissingValueIsTheCallersFault() throws CatalogException {
        Template template = template("${dir}");
        assertThatThrownBy(() -> template.render(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value for ${dir} of 3:18");
    }

    private static Template template(String text) throws CatalogException {
        FeatureCatalog catalog = CatalogReader.read(
                        Path.of("feature-tags.yaml"),
                        "schema: 1\nchecks:\n  a: {run: [app, '" + text + "'], ports: [api]}")
                .catalog();
        return ((Ask.Steps) catalog.checks().get("a").ask())
                .steps()
                .get(0)
                .words()
                .get(1);
    }
}
