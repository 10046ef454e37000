package io.whittle.assembler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that are looked at by a person once, and held from then on. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /**
     * Holds a text against a file of the test resources. {@code mvn test -Dgolden=write} writes the files anew: look at the
     * difference before it is committed.
     */
    public static void hold(String file, String text) {
        Path golden = RESOURCES.resolve(file);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text);
            }
            assertThat(golden).exists();
            assertThat(text).isEqualTo(Files.readString(golden));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
