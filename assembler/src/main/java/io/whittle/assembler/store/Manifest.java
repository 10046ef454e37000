package io.whittle.assembler.store;

import io.whittle.assembler.fresh.ContentHash;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a folder holds: a line for each folder, file and link, closed by a hash of the lines.
 *
 * @param items folders before what is in them
 */
record Manifest(List<Item> items) {
    private static final String FIRST = "whittle store 1";
    private static final String NO_MODE = "-";

    Manifest {
        items = List.copyOf(items);
    }

    /** What a name stands for. */
    enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    /**
     * One entry of the folder.
     *
     * @param kind what it is
     * @param path within the folder, with {@code /}
     * @param mode such as {@code rwxr-xr-x}; {@code -} where there are no modes, and of links
     * @param bytes of a file
     * @param content SHA-256 of a file, where a link leads, or nothing
     */
    record Item(Kind kind, String path, String mode, long bytes, String content) {
        String line() {
            return String.join(" ", kind.name(), mode, Long.toString(bytes), encoded(content), encoded(path));
        }

        static Item parse(String line) {
            String[] words = line.split(" ", -1);
            return new Item(
                    Kind.valueOf(words[0]), decoded(words[4]), words[1], Long.parseLong(words[2]), decoded(words[3]));
        }
    }

    /** Of a folder as it stands; reads every byte of it. */
    static Manifest of(Path folder) throws IOException {
        List<Item> items = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                if (!inner.equals(folder)) {
                    items.add(new Item(Kind.FOLDER, name(inner), mode(inner), 0, ""));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                items.add(
                        attributes.isSymbolicLink()
                                ? new Item(
                                        Kind.LINK,
                                        name(file),
                                        NO_MODE,
                                        0,
                                        Files.readSymbolicLink(file).toString())
                                : new Item(Kind.FILE, name(file), mode(file), attributes.size(), ContentHash.of(file)));
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                return folder.relativize(path).toString().replace('\\', '/');
            }
        });
        return new Manifest(items);
    }

    /** What all files take. */
    long bytes() {
        return items.stream().mapToLong(Item::bytes).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        items.forEach(item -> text.append(item.line()).append('\n'));
        return text + "end " + ContentHash.of(text.toString()) + "\n";
    }

    /**
     * Reads one.
     *
     * @throws DamagedEntryException where it is not whole, or names a place outside of its folder
     */
    static Manifest read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.lastIndexOf("end ");
        if (end < 0
                || !text.startsWith(FIRST + "\n")
                || !text.substring(end).equals("end " + ContentHash.of(text.substring(0, end)) + "\n")) {
            throw new DamagedEntryException("its manifest is not whole");
        }
        List<Item> items = new ArrayList<>();
        try {
            text.substring(FIRST.length() + 1, end).lines().map(Item::parse).forEach(items::add);
        } catch (RuntimeException nonsense) {
            throw new DamagedEntryException("its manifest makes no sense");
        }
        for (Item item : items) {
            if (!isInside(item)) {
                throw new DamagedEntryException("its manifest leads to " + item.path() + " " + item.content());
            }
        }
        return new Manifest(items);
    }

    private static boolean isInside(Item item) {
        Path root = Path.of("/whittle-entry");
        Path path = root.resolve(item.path());
        boolean inside = isBelow(path.normalize(), root);
        return item.kind() == Kind.LINK
                ? inside && isBelow(path.resolveSibling(item.content()).normalize(), root)
                : inside;
    }

    private static boolean isBelow(Path path, Path root) {
        return path.startsWith(root) && !path.equals(root);
    }

    private static String mode(Path path) throws IOException {
        return hasModes(path)
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                : NO_MODE;
    }

    /** Gives a file or a folder its mode. */
    static void setMode(Path path, String mode) throws IOException {
        if (!mode.equals(NO_MODE) && hasModes(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
