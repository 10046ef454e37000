package io.whittle.assembler.generate;

import io.whittle.assembler.fresh.WholeFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A source root for the class with the constants. What a person wrote in it is neither written over nor deleted. */
public final class GeneratedSources {
    private final Path root;

    /** It need not exist. */
    public GeneratedSources(Path root) {
        this.root = root;
    }

    /** What stands in the way of the class. */
    public Optional<String> fault(ConstantsClass where) throws IOException {
        Path file = where.in(root);
        return Files.exists(file) && !isGenerated(file)
                ? Optional.of(file + " is there, and Whittle did not write it: it would be written over.\n"
                        + "  Give the class another name (whittle.generateClass), or the sources another folder"
                        + " (whittle.generatedSources).")
                : Optional.empty();
    }

    /**
     * Writes the class, and takes away one that was generated under another name. A file that holds this very source is left as
     * it is, with its time, so that nothing is compiled anew.
     *
     * @return the file
     */
    public Path write(ConstantsClass where, String source) throws IOException {
        Path file = where.in(root);
        if (Files.isDirectory(root)) {
            for (Path other : sources()) {
                if (!other.equals(file) && isGenerated(other)) {
                    Files.delete(other);
                }
            }
        }
        WholeFile.write(file, source.getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static boolean isGenerated(Path file) throws IOException {
        // Whatever its encoding, the mark is ASCII.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            return first != null && first.startsWith(ConstantsClass.MARK);
        }
    }
}
