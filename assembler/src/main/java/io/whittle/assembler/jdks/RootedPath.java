package io.whittle.assembler.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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

    /** The first of these below a folder that the system would follow out of the root. */
    static Optional<String> leads(Path root, Path folder, List<String> names) throws IOException {
        Path real = root.toRealPath();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isSymbolicLink(file)
                    && !(Files.exists(file) && file.toRealPath().startsWith(real))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
