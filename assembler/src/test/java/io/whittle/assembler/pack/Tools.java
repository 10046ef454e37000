package io.whittle.assembler.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What unpacks archives on this machine, and is none of ours. */
final class Tools {
    private Tools() {}

    /** Skips a test, with the reason, where one is missing. */
    static void need(ArchiveFormat format) {
        for (String tool : switch (format) {
            case TAR_GZ -> List.of("tar", "gzip");
            case TAR_ZST -> List.of("tar", "zstd");
            case ZIP -> List.of("unzip", "zipinfo");
        }) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
                    tool + " is not on this machine: nothing but Whittle itself has read " + format.word());
        }
    }

    static void unpack(ArchiveFormat format, Path archive, Path to) throws IOException {
        switch (format) {
            case TAR_GZ -> SmallTree.run("tar", "-xpzf", archive.toString(), "-C", to.toString());
            case TAR_ZST -> SmallTree.run("tar", "-xp", "--zstd", "-f", archive.toString(), "-C", to.toString());
            case ZIP -> SmallTree.run("unzip", "-q", archive.toString(), "-d", to.toString());
        }
    }

    /** A line for each entry. */
    static String list(ArchiveFormat format, Path archive) throws IOException {
        return switch (format) {
            case TAR_GZ -> SmallTree.run("tar", "-tvz", "--utc", "-f", archive.toString());
            case TAR_ZST -> SmallTree.run("tar", "-tv", "--utc", "--zstd", "-f", archive.toString());
            case ZIP -> SmallTree.run("zipinfo", archive.toString());
        };
    }
}
