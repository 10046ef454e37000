package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two links of the same plan, held against each other: every file, folder and link, and of each its kind, mode and bytes. */
public final class ImageComparison {
    public static final String MODULES = "lib/modules";

    private ImageComparison() {}

    /**
     * In what they differ, sorted by path; empty when they are the same, times aside. Reads both whole, and no link is followed.
     *
     * @param aside paths that are not compared, with {@code /}
     */
    public static List<ImageDifference> of(Path first, Path second, SortedSet<String> aside) throws IOException {
        SortedMap<String, Path> ours = entries(first);
        SortedMap<String, Path> theirs = entries(second);
        TreeSet<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        all.removeAll(aside);
        List<ImageDifference> differences = new ArrayList<>();
        for (String path : all) {
            if (ours.containsKey(path) && theirs.containsKey(path)) {
                differences.addAll(entry(path, ours.get(path), theirs.get(path)));
            } else {
                differences.add(onlyIn(path, ours.containsKey(path)));
            }
        }
        return differences;
    }

    static ImageDifference onlyIn(String where, boolean first) {
        return new ImageDifference(where, "only the " + (first ? "first" : "second") + " link has it");
    }

    private static List<ImageDifference> entry(String path, Path one, Path other) throws IOException {
        String kind = kind(one);
        if (!kind.equals(kind(other))) {
            return List.of(new ImageDifference(path, kind + " in the first link, " + kind(other) + " in the second"));
        }
        List<ImageDifference> differences = new ArrayList<>();
        if (Files.isSymbolicLink(one)) {
            Path here = Files.readSymbolicLink(one);
            Path there = Files.readSymbolicLink(other);
            return here.equals(there)
                    ? List.of()
                    : List.of(new ImageDifference(path, "a link to " + here + ", then to " + there));
        }
        Optional<String> mode = mode(one);
        if (!mode.equals(mode(other))) {
            differences.add(new ImageDifference(
                    path,
                    "mode " + mode.orElse("none") + ", then " + mode(other).orElse("none")));
        }
        if (path.equals(MODULES)) {
            differences.addAll(JimageComparison.of(path, one, other));
        } else if (Files.isRegularFile(one)) {
            long at = Files.mismatch(one, other);
            if (at >= 0) {
                differences.add(new ImageDifference(path, "other content from byte " + at + " on"));
            }
        }
        return differences;
    }

    private static String kind(Path path) {
        if (Files.isSymbolicLink(path)) {
            return "a link";
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "a folder" : "a file";
    }

    private static Optional<String> mode(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null
                ? Optional.empty()
                : Optional.of(
                        PosixFilePermissions.toString(view.readAttributes().permissions()));
    }

    private static SortedMap<String, Path> entries(Path image) throws IOException {
        SortedMap<String, Path> entries = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(image)) {
            walk.filter(path -> !path.equals(image))
                    .forEach(path ->
                            entries.put(image.relativize(path).toString().replace('\\', '/'), path));
        }
        return entries;
    }
}
