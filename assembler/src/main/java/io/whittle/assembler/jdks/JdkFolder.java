package io.whittle.assembler.jdks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Sees through the folders that a JDK is wrapped in: the one at the top of an archive, and a bundle of macOS. */
final class JdkFolder {
    /** A bundle within the folder of an archive. */
    private static final int DEEPEST = 2;

    private JdkFolder() {}

    /** The JDK's own folder, which has the file {@code release}; the folder itself where there is none. */
    static Path in(Path folder) throws IOException {
        return find(folder, DEEPEST).orElse(folder);
    }

    private static Optional<Path> find(Path folder, int depth) throws IOException {
        if (Files.isRegularFile(folder.resolve("release"))) {
            return Optional.of(folder);
        }
        Path bundle = folder.resolve("Contents/Home");
        if (Files.isRegularFile(bundle.resolve("release"))) {
            return Optional.of(bundle);
        }
        Optional<Path> only = depth > 0 ? onlyFolder(folder) : Optional.empty();
        return only.isPresent() ? find(only.get(), depth - 1) : Optional.empty();
    }

    // What macOS writes beside it, such as ._jdk, is no folder.
    private static Optional<Path> onlyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> inner = Files.newDirectoryStream(folder, Files::isDirectory)) {
            Iterator<Path> each = inner.iterator();
            Optional<Path> first = each.hasNext() ? Optional.of(each.next()) : Optional.empty();
            return each.hasNext() ? Optional.empty() : first;
        }
    }
}
