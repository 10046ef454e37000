package io.whittle.graph.interchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds a text against a checked-in file; {@code -Dgolden.write=true} writes the file instead, for review. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/interchange");

    private Golden() {}

    static void hold(String name, String text) throws IOException {
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text)
                .as("%s; if the change is meant, run with -Dgolden.write=true and review the diff", golden)
                .isEqualTo(Files.readString(golden));
    }
}
