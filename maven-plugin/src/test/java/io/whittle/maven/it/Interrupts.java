package io.whittle.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a shell starts in the background ignores SIGINT, and so does everything below it, also a JVM. env of GNU undoes that,
 * and becomes what it starts.
 */
final class Interrupts {
    private static final List<String> HEED = List.of("env", "--default-signal=INT");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int SIGINT_BIT = 1 << 1;

    private Interrupts() {}

    /** Words before a command by which it heeds SIGINT; none where env is not that of GNU. */
    static List<String> heeded() throws InterruptedException {
        return undone() ? HEED : List.of();
    }

    /** Whether what is started behind those words heeds it; where nothing tells, as if the tests ran in the foreground. */
    static boolean areHeeded() throws IOException, InterruptedException {
        return undone() || !ignoredHere();
    }

    private static boolean undone() throws InterruptedException {
        try {
            return Execution.exitOf(new ProcessBuilder("env", "--default-signal=INT", "true").start()) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static boolean ignoredHere() throws IOException {
        if (!Files.exists(STATUS)) {
            return false;
        }
        String mask = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.split("\\s+")[1], 16) & SIGINT_BIT) != 0;
    }
}
