package io.whittle.assembler.cds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which classes runs of a JVM loaded, of {@code -XX:DumpLoadedClassList}: one a line, and lines that begin with {@code @} for code that
 * is made at run time.
 */
final class ClassList {
    private final TreeSet<String> lines = new TreeSet<>();

    /** The lists in a folder, in one. Sorted, since the numbers of processes, by which they are named, tell no order. */
    static ClassList in(Path folder) throws IOException {
        ClassList all = new ClassList();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.lst")) {
            for (Path file : files) {
                Files.readAllLines(file, StandardCharsets.UTF_8)
                        .forEach(line -> line(line).ifPresent(all.lines::add));
            }
        }
        return all;
    }

    // Numbers are of one list alone, and a class with a source is one of a loader that the archive does not know.
    private static Optional<String> line(String line) {
        boolean none = line.isBlank() || line.startsWith("#") || line.contains(" source: ");
        return none || line.contains(" super: ")
                ? Optional.empty()
                : Optional.of(line.replaceFirst(" id: [0-9]+$", ""));
    }

    /** How many classes. */
    long classes() {
        return lines.stream().filter(line -> !line.startsWith("@")).count();
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
