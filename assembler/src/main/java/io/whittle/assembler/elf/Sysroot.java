package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder of a system, looked at as that system would see itself: absolute links begin in the folder, and {@code ..} does not
 * leave it. Each part of a path is looked at by itself, so no link is ever followed by this machine.
 */
public final class Sysroot {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Path root;

    /** A folder that holds a system's own top folder; {@code /} for the system that runs. */
    public Sysroot(Path root) {
        this.root = root;
    }

    /** The folder on this machine. */
    public Path root() {
        return root;
    }

    /**
     * What a path of the system comes to.
     *
     * @param path where it really is in the system, absolute, without links, {@code .} and {@code ..}
     * @param file where it is on this machine
     * @param links each link that was followed, with what it holds, by its own real path in the system
     */
    public record Found(String path, Path file, SortedMap<String, String> links) {
        /** The folder that it really is in. */
        public String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }

    /** Looks a path of the system up; empty where nothing is, or links lead in a circle. */
    public Optional<Found> find(String path) throws IOException {
        Deque<String> rest = new ArrayDeque<>(List.of(path.split("/")));
        List<String> walked = new ArrayList<>();
        SortedMap<String, String> links = new TreeMap<>();
        int followed = 0;
        while (!rest.isEmpty()) {
            String part = rest.removeFirst();
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                if (!walked.isEmpty()) {
                    walked.remove(walked.size() - 1);
                }
                continue;
            }
            walked.add(part);
            Path here = root.resolve(String.join("/", walked));
            if (Files.isSymbolicLink(here)) {
                String target = Files.readSymbolicLink(here).toString();
                if (++followed > MOST_LINKS) {
                    return Optional.empty();
                }
                links.put("/" + String.join("/", walked), target);
                walked.remove(walked.size() - 1);
                if (target.startsWith("/")) {
                    walked.clear();
                }
                List<String> parts = List.of(target.split("/"));
                for (int i = parts.size() - 1; i >= 0; i--) {
                    rest.addFirst(parts.get(i));
                }
            } else if (!Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
        }
        String real = "/" + String.join("/", walked);
        return Optional.of(new Found(real, root.resolve(real.substring(1)), links));
    }

    /** Looks a regular file up. */
    public Optional<Found> file(String path) throws IOException {
        return find(path).filter(found -> Files.isRegularFile(found.file(), LinkOption.NOFOLLOW_LINKS));
    }

    /** The names in a folder of the system, sorted, of those that a pattern of a shell matches; none where there is no such folder. */
    List<String> names(String folder, String pattern) throws IOException {
        Optional<Found> found =
                find(folder).filter(there -> Files.isDirectory(there.file(), LinkOption.NOFOLLOW_LINKS));
        List<String> names = new ArrayList<>();
        if (found.isPresent()) {
            try (DirectoryStream<Path> children =
                    Files.newDirectoryStream(found.get().file(), pattern)) {
                children.forEach(child -> names.add(child.getFileName().toString()));
            }
        }
        names.sort(null);
        return names;
    }
}
