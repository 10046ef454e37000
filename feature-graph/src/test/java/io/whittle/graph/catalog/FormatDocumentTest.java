package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The reference of the format says what the reader does. */
class FormatDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/format.md");

    @Test
    void itsExampleReadsWithoutAWarningAndPassesTheSchema() throws IOException, CatalogException {
        String example = Files.readString(DOCUMENT).split("```yaml\n")[1].split("```")[0];
        assertThat(CatalogReader.read(DOCUMENT, example).warnings()).isEmpty();
        assertThat(new CatalogSchema().faults(example)).isEmpty();
    }

    @Test
    void itsChecksReadWithoutAWarningAndPassTheSchema() throws IOException, CatalogException {
        String[] examples = Files.readString(DOCUMENT).split("```yaml\n");
        String checks = Stream.of(examples)
                .filter(example -> example.startsWith("checks:\n"))
                .findFirst()
                .orElseThrow()
                .split("```")[0];
        String whole = "schema: 1\n" + checks;

        assertThat(CatalogReader.read(DOCUMENT, whole).warnings()).isEmpty();
        assertThat(new CatalogSchema().faults(whole)).isEmpty();
    }

    @Test
    void itMentionsEveryKey() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Level level : Level.values()) {
            assertThat(level.keys())
                    .as(level.words())
                    .allMatch(key -> document.contains("`" + key + "`") || document.contains(key + ":"));
        }
    }
}
