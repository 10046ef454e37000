package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a catalogue without faults still makes the reader say. */
class WarningsTest {
    @Test
    void whatThisVersionActsOnIsReadInSilence() throws CatalogException {
        assertThat(warnings("""
                schema: 1
                name: quiet
                base: {modules: [a], jdkModules: [jdk.net], requires: [one]}
                features:
                  one: {summary: One, platforms: linux, checks: [answers], modules: [b], jdkModules: [jdk.zipfs], requires: [two]}
                  two: {internal: true, variants: [{when: linux}], fallback: {modules: [c]}}
                profiles:
                  small: {summary: S, include: [one], exclude: [], forbid: {modules: [d]}, platforms: [linux/amd64]}
                  child: {extends: small, image: {compress: zip-0}}
                image: {strip: [java-debug]}
                checks: {answers: {run: [app]}}
                """)).isEmpty();
    }

    @Test
    void includingAnInternalFeatureNamesThePublicOneThatBringsIt() throws CatalogException {
        List<Notice> warnings = warnings("""
                schema: 1
                features:
                  deep: {internal: true}
                  middle: {internal: true, requires: [deep]}
                  exit: {requires: [middle]}
                  alone: {internal: true}
                profiles:
                  small: {include: [deep, {feature: alone, when: linux}, exit]}
                """);
        assertThat(warnings)
                .extracting(Notice::text)
                .containsExactly(
                        "deep is internal: nobody asks for it by name; it comes along with exit: include that, or"
                                + " remove 'internal' from deep",
                        "alone is internal: nobody asks for it by name; no public feature requires it or needs what it provides:"
                                + " remove"
                                + " 'internal' from it, or remove it here");
        assertThat(warnings.get(0).place()).isEqualTo(new Place(8, 21));
    }

    private static List<Notice> warnings(String text) throws CatalogException {
        return CatalogReader.read(Path.of("feature-tags.yaml"), text).warnings();
    }
}
