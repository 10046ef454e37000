package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of catalogues, to the letter. */
class CatalogDotTest {
    // A node or an edge, with attributes whose texts are quoted.
    private static final Pattern STATEMENT = Pattern.compile("  (\"[^\"]+\"( -> \"[^\"]+\")?|node|edge)"
            + "( \\[[a-z]+=(\"([^\"\\\\]|\\\\.)*\"|[a-z]+)(, [a-z]+=(\"([^\"\\\\]|\\\\.)*\"|[a-z0-9]+))*])?;");

    @Test
    void aCatalogueIsDrawnWithAllItsRelations() throws Exception {
        String dot = CatalogDot.write(catalog());

        Golden.hold("interchange/node.dot", dot);
        assertThat(dot.lines().skip(3))
                .filteredOn(line -> !line.equals("}"))
                .allMatch(line -> STATEMENT.matcher(line).matches());
    }

    @Test
    void aResolutionIsDrawnIntoIt() throws Exception {
        FeatureCatalog catalog = catalog();

        Golden.hold(
                "interchange/node-small.dot",
                CatalogDot.write(
                        catalog, Resolver.resolve(catalog, new Request("small", Platform.parse("linux/amd64")))));
    }

    private static FeatureCatalog catalog() throws Exception {
        return CatalogReader.read(Path.of("src/test/resources/interchange/node.yaml"))
                .catalog();
    }
}
