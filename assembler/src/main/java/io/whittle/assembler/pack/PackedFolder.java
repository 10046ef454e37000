package io.whittle.assembler.pack;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a folder holds, in the order of names, whatever the order on disk. Holds names and sizes, and no content. */
public final class PackedFolder {
    private final SortedMap<String, TreeEntry> entries = new TreeMap<>();

    private PackedFolder() {}

    /**
     * Looks at a folder; no link in it is followed. Costs a walk over it.
     *
     * @throws PackException where it holds a link that leaves it, or what is neither file, folder nor link
     */
    public static PackedFolder of(Path folder) throws PackException, IOException {
        PackedFolder packed = new PackedFolder();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                String name = name(folder, inner);
                packed.entries.put(name, new TreeEntry.Folder(name, Modes.of(inner, name)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(folder, file);
                packed.entries.put(name, entry(name, file, attributes));
                return FileVisitResult.CONTINUE;
            }
        });
        packed.hold(folder);
        return packed;
    }

    /** All that it holds, by name, with the folder itself first. */
    public List<TreeEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** What its files take on disk. */
    public long bytes() {
        return entries.values().stream()
                .mapToLong(entry -> entry instanceof TreeEntry.PlainFile file ? file.size() : 0)
                .sum();
    }

    /** How many files and links it holds. */
    public int files() {
        return (int) entries.values().stream()
                .filter(entry -> !(entry instanceof TreeEntry.Folder))
                .count();
    }

    private static TreeEntry entry(String name, Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            return new TreeEntry.Link(name, slashed(Files.readSymbolicLink(file)));
        }
        // What is no regular file has no content that could be packed; it is refused when all is known.
        return new TreeEntry.PlainFile(
                name, Modes.of(file, name), file, attributes.isRegularFile() ? attributes.size() : -1);
    }

    private void hold(Path folder) throws PackException {
        for (TreeEntry entry : entries.values()) {
            if (entry instanceof TreeEntry.PlainFile file && file.size() < 0) {
                throw new PackException(
                        file.path() + " is neither a file, nor a folder, nor a link, and is not packed.\n"
                                + "  Take it out of the folder; in an image, link that anew.");
            }
            if (entry instanceof TreeEntry.Link link) {
                hold(folder, link);
            }
        }
    }

    private static void hold(Path folder, TreeEntry.Link link) throws PackException {
        try {
            if (link.name().isEmpty()) {
                throw ArchiveFault.foreign("is itself a link to '" + link.target() + "', which is not followed");
            }
            InnerPath.holdLink(link.name(), link.target());
        } catch (ArchiveFault leaves) {
            throw new PackException(
                    folder.resolve(link.name()) + " " + leaves.rule()
                            + ".\n  Put a file there, or a link to something in the same folder.",
                    leaves);
        }
    }

    private static String name(Path folder, Path inner) {
        return slashed(folder.relativize(inner));
    }

    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
