package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What an ELF file asks of the dynamic loader.
 *
 * @param kind which files it can be loaded together with
 * @param interpreter the loader that a program names
 * @param soname the name under which others ask for it
 * @param needed libraries, in the order of the file
 * @param rpath folders to look in before all others; looked at for the libraries that it needs in turn as well
 * @param runpath folders to look in before those of the system, for its own needs alone; where there are any, rpath does not count
 */
public record ElfNeeds(
        Kind kind,
        Optional<String> interpreter,
        Optional<String> soname,
        List<String> needed,
        List<String> rpath,
        List<String> runpath) {
    public ElfNeeds {
        needed = List.copyOf(needed);
        rpath = List.copyOf(rpath);
        runpath = List.copyOf(runpath);
    }

    /**
     * What the files of one process have in common.
     *
     * @param wide whether they are of 64 bit
     * @param bigEndian the order of numbers in them
     * @param machine the number of the processor
     */
    public record Kind(boolean wide, boolean bigEndian, int machine) {}

    /**
     * Reads a file's headers and its dynamic section; empty when it is no ELF file, or one that says nothing that a loader could
     * follow. Every read is bounded.
     */
    public static Optional<ElfNeeds> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ElfReader(channel).read();
        }
    }
}
