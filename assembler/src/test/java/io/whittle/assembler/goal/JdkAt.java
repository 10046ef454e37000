package io.whittle.assembler.goal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The JDK of a test: one folder for every platform, and nothing is fetched. */
final class JdkAt {
    /** Kept from test to test, as it is from build to build. */
    static final Path CACHE = Path.of("target/jdk-cache").toAbsolutePath();

    private JdkAt() {}

    static JdkRequest folder(Path home) {
        Path running = Path.of(System.getProperty("java.home"));
        return new JdkRequest(
                Optional.of(home.toString()),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                running,
                Path.of("").toAbsolutePath(),
                CACHE,
                coordinates -> {
                    throw new IOException("nothing is fetched");
                });
    }
}
