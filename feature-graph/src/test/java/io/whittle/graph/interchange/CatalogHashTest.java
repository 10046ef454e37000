package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What makes a catalogue another one. */
class CatalogHashTest {
    private static final String TEXT = """
            schema: 1
            features:
              dns: {modules: [acme.dns], requires: [net], checks: [resolves]}
              net: {modules: [acme.net]}
            checks:
              resolves: {run: [app, resolve]}
            """;

    @Test
    void commentsPlacesAndWordsForPeopleChangeNothing() throws CatalogException {
        String respelled = TEXT.replace("features:", "# a comment\n\nfeatures:")
                .replace("net: {", "net: {summary: Packets, ")
                .replace("\n", "\r\n");

        assertThat(CatalogHash.of(read("other.yaml", respelled))).isEqualTo(CatalogHash.of(read(TEXT)));
        assertThat(CatalogHash.of(read(respelled).checks().get("resolves")))
                .isEqualTo(CatalogHash.of(read(TEXT).checks().get("resolves")));
    }

    @Test
    void requirementsDo() throws CatalogException {
        FeatureCatalog other = read(TEXT.replace(", requires: [net]", ""));

        assertThat(CatalogHash.of(other)).isNotEqualTo(CatalogHash.of(read(TEXT)));
        assertThat(CatalogHash.ofDeclarations(other)).isNotEqualTo(CatalogHash.ofDeclarations(read(TEXT)));
    }

    @Test
    void checksDoButNotForThoseWhoReadCode() throws CatalogException {
        FeatureCatalog other = read(TEXT.replace("app, resolve", "app, answer"));

        assertThat(CatalogHash.of(other)).isNotEqualTo(CatalogHash.of(read(TEXT)));
        assertThat(CatalogHash.of(other.checks().get("resolves")))
                .isNotEqualTo(CatalogHash.of(read(TEXT).checks().get("resolves")));
        assertThat(CatalogHash.ofDeclarations(other)).isEqualTo(CatalogHash.ofDeclarations(read(TEXT)));
    }

    private static FeatureCatalog read(String text) throws CatalogException {
        return read("feature-tags.yaml", text);
    }

    private static FeatureCatalog read(String file, String text) throws CatalogException {
        return CatalogReader.read(Path.of(file), text).catalog();
    }
}
