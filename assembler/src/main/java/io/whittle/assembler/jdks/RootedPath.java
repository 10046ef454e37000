package io.whittle.assembler.jdks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Paths in a folder that is the root of another system: links of it that are absolute begin at that folder and not at the root of
 * this machine, where they would lead to another JDK.
 */
final class RootedPath {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private RootedPath() {}

    /** The path that a path within the root comes to when all links on its way are followed inside. It may not exist. */
    static Path resolve(Path root, String path) throws IOException {
        Deque<Path> open = new ArrayDeque<>();
        Path.of(path).forEach(open::add);
        Path reached = root;
        int links = 0;
        while (!open.isEmpty()) {
            Path part = open.pop();
            if (part.toString().equals("..")) {
                reached = reached.equals(root) ? root : reached.getParent();
                continue;
            }
            Path next = reached.resolve(part);
            if (Files.isSymbolicLink(next) && links < MOST_LINKS) {
                links++;
                Path target = Files.readSymbolicLink(next);
                if (target.isAbsolute()) {
                    reached = root;
                }
                for (int i = target.getNameCount() - 1; i >= 0; i--) {
                    open.push(target.getName(i));
                }
            } else {
                reached = next;
            }
        }
        return reached;
    }

    /**
     * The first link in a folder by which the system would be led out of the root, or nowhere.
     *
     * @param names a pattern of those that count
     */
    static Optional<Path> leaving(Path root, Path folder, String names) throws IOException {
        SortedSet<Path> leaving = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path real = root.toRealPath();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder, names)) {
            for (Path link : links) {
                if (Files.isSymbolicLink(link)
                        && (!Files.exists(link) || !link.toRealPath().startsWith(real))) {
                    leaving.add(link);
                }
            }
        }
        return leaving.stream().findFirst();
    }
}
