package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten megabytes read, in a JVM that is given no more than a quarter of a gigabyte. */
class LargeCatalogTest {
    @TempDir
    private Path folder;

    @Test
    void tenMegabytesReadInAQuarterOfAGigabyte() throws IOException, InterruptedException {
        Path large = folder.resolve("large.yaml");
        StringBuilder text = new StringBuilder("schema: 1\nfeatures:\n");
        int features = 0;
        for (; text.length() < 10_000_000; features++) {
            text.append("  feature-").append(features).append(":\n    summary: The feature of that number\n");
            text.append("    modules: [com.example.feature").append(features).append("]\n");
            if (features > 0) {
                text.append("    requires: [{feature: feature-")
                        .append(features / 2)
                        .append(", when: linux or macos}]\n");
            }
        }
        Files.writeString(large, text);
        Path output = folder.resolve("output");
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeCatalogTest.class.getName(),
                        large.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(reader.waitFor(2, TimeUnit.MINUTES)).as("read in time").isTrue();
        } finally {
            reader.destroyForcibly().waitFor();
        }
        assertThat(output).hasContent(features + " features");
    }

    /** Reads the file that is named. */
    public static void main(String[] args) throws CatalogException {
        CatalogReading reading = CatalogReader.read(Path.of(args[0]));
        System.out.println(reading.catalog().features().size() + " features");
    }
}
