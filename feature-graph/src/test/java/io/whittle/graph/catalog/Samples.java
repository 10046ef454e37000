package io.whittle.graph.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The catalogues of the test resources, by folder. */
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/catalogs");

    private Samples() {}

    /** Every sample of a folder, by name. */
    static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As messages shall call the sample: without the folders of this build. */
    static Path name(Path sample) {
        return sample.getFileName();
    }
}
