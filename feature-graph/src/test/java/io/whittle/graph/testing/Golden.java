package io.whittle.graph.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds a text against a checked-in file; {@code -Dgolden.write=true} writes the file instead, for review. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** Holds a text against a file, named from the test resources on. */
    public static void hold(String file, String actual) throws IOException {
        Path golden = RESOURCES.resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as("%s; if the change is meant, run with -Dgolden.write=true and review the diff", golden)
                .isEqualTo(Files.readString(golden));
    }
}
