package io.whittle.assembler.store;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.store.Manifest.Item;
import io.whittle.assembler.store.Manifest.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays what a manifest lists from one folder into another.
 *
 * <p>As a clone where the disk can: that shares every byte, and what is done to one folder stays in it. Else one file is shared, by a hard
 * link: {@code lib/modules}, which is most of an image, and which nobody edits. All else is copied then, so that what is done to an image's
 * launchers, settings and libraries stays in that image.
 */
final class LaidFiles {
    private static final String SHARED = "lib/modules";

    private static final int BUFFER = 1 << 16;

    private LaidFiles() {}

    /**
     * Lays all of it, and proves each file on the way.
     *
     * @param to does not exist; what was begun stays there where this fails
     * @throws DamagedEntryException where a file is not what the manifest says
     */
    static void lay(Manifest manifest, Path from, Path to, Clones clones) throws IOException {
        if (clones.made(manifest, from, to)) {
            prove(manifest, to);
        } else {
            layEach(manifest, from, to);
        }
        // Last, and from the inside out: a folder may be one that nobody writes into.
        List<Item> folders = new ArrayList<>(manifest.items());
        Collections.reverse(folders);
        for (Item item : folders) {
            if (item.kind() == Kind.FOLDER) {
                Manifest.setMode(to.resolve(item.path()), item.mode());
            }
        }
    }

    // The clone, and not what it was made of: that may have changed since.
    private static void prove(Manifest manifest, Path clone) throws IOException {
        for (Item item : manifest.items()) {
            Path path = clone.resolve(item.path());
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new DamagedEntryException("it lacks " + item.path());
            }
            if (!isSame(item, path)) {
                throw new DamagedEntryException(item.path() + " is not what was put there");
            }
            if (item.kind() == Kind.FILE) {
                Manifest.setMode(path, item.mode());
            }
        }
        try (Stream<Path> all = Files.walk(clone)) {
            // The folder itself is no item of it.
            if (all.count() - 1 > manifest.items().size()) {
                throw new DamagedEntryException("it holds more than was put there");
            }
        }
    }

    private static boolean isSame(Item item, Path path) throws IOException {
        return switch (item.kind()) {
            case FOLDER -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            case LINK ->
                Files.isSymbolicLink(path)
                        && Files.readSymbolicLink(path).toString().equals(item.content());
            case FILE ->
                Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && ContentHash.of(path).equals(item.content());
        };
    }

    private static void layEach(Manifest manifest, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Item item : manifest.items()) {
            Path target = to.resolve(item.path());
            switch (item.kind()) {
                case FOLDER -> Files.createDirectory(target);
                case LINK -> Files.createSymbolicLink(target, Path.of(item.content()));
                case FILE -> lay(item, from.resolve(item.path()), target);
            }
        }
    }

    private static void lay(Item item, Path source, Path target) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new DamagedEntryException("it lacks " + item.path());
        }
        boolean shared = item.path().equals(SHARED) && isLinked(source, target);
        String content = shared ? ContentHash.of(source) : copy(source, target);
        if (!content.equals(item.content())) {
            throw new DamagedEntryException(item.path() + " is not what was put there");
        }
        Manifest.setMode(target, item.mode());
    }

    private static boolean isLinked(Path source, Path target) {
        try {
            Files.createLink(target, source);
            return true;
        } catch (IOException | UnsupportedOperationException otherDisk) {
            return false;
        }
    }

    private static String copy(Path source, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
