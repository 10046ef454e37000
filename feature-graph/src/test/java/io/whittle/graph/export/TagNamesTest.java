package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogException;
import org.junit.jupiter.api.Test;

import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How features are spelled as tags. */
class TagNamesTest {
    @Test
    void aHyphenBecomesWhatGoAndCAllow() {
        TagNames names = Light.names(Light.catalog());

        assertThat(names.tag("raw-socket")).isEqualTo("no_raw_socket");
        assertThat(names.tag("shell")).isEqualTo("with_shell");
        assertThat(names.features())
                .containsEntry("no_raw_socket", "raw-socket")
                .hasSize(10);
    }

    @Test
    void aTagSaysThatAFeatureIsOutUnlessItIsMarked() {
        TagNames names = Light.names(Light.catalog());

        assertThat(names.written(Set.of("shell", "net"))).contains("with_shell").doesNotContain("no_net", "no_shell");
        assertThat(names.written(Set.of("net"))).doesNotContain("with_shell").contains("no_power");
        assertThat(names.isIn("shell", Set.of())).isFalse();
        assertThat(names.isIn("net", Set.of())).isTrue();
        assertThat(names.isIn("net", Set.of("no_net"))).isFalse();
    }

    @Test
    void theOtherSpellingOfATagIsKnownToBeNone() {
        assertThat(Light.names(Light.catalog()).contrary())
                .containsEntry("no_shell", "shell")
                .containsEntry("with_net", "net")
                .doesNotContainKey("no_net");
    }

    @Test
    void aNameIsFoundInWhatIsSpelledLikeATag() {
        TagNames names = Light.names(Light.catalog());

        assertThat(names.nameIn("no_such")).contains("such");
        assertThat(names.nameIn("with_such")).contains("such");
        assertThat(names.nameIn("netgo")).isEmpty();
    }

    @Test
    void aCatalogueWithoutTagsIsToldWhatToWrite() {
        assertThat(refused("schema: 1\nfeatures: {a: {}}\n"))
                .startsWith(
                        "feature-tags.yaml:1:1: error: this catalogue does not say how features are spelled as tags")
                .contains("\n    tags:\n      omitted: ts_omit_{name} ");
    }

    @Test
    void aMarkWithoutItsTemplateIsToldAtItsFeature() {
        assertThat(refused("schema: 1\ntags: {omitted: 'no_{name}'}\nfeatures:\n  a: {}\n  b: {tag: included}\n"))
                .isEqualTo(
                        "feature-tags.yaml:5:3: error: b is marked 'tag: included', and 'tags' does not say how such a"
                                + " tag is spelled; write tags: {included: 'ts_include_{name}'}, or remove the mark\n"
                                + "      b: {tag: included}\n"
                                + "      ^");
    }

    @Test
    void aFeatureWithoutATemplateIsToldWithAllOthers() {
        assertThat(refused("schema: 1\ntags: {included: 'with_{name}'}\nfeatures:\n  a: {}\n  b: {}\n"))
                .contains("feature-tags.yaml:4:3: error: a has no tag", "feature-tags.yaml:5:3: error: b has no tag");
    }

    @Test
    void oneTagForTwoFeaturesIsRefused() {
        assertThat(refused("schema: 1\ntags: {omitted: 'x{name}', included: '{name}'}\n"
                        + "features:\n  a: {}\n  xa: {tag: included}\n"))
                .contains("2:38: error: 'xa' would be the tag of a and of xa");
    }

    private static String refused(String text) {
        return catchThrowableOfType(CatalogException.class, () -> TagNames.of(Light.catalog(text)))
                .getMessage();
    }
}
