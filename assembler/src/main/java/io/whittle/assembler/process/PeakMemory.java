package io.whittle.assembler.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The high-water mark of a process's resident memory, as Linux counts it. */
final class PeakMemory {
    private static final String KEY = "VmHWM:";

    private PeakMemory() {}

    /** In KiB; empty on other systems, and for a process that has ended. */
    static OptionalLong of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readString(status, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith(KEY))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException goneOrNotLinux) {
            return OptionalLong.empty();
        }
    }
}
