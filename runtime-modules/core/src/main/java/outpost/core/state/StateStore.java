package outpost.core.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps small values under keys, each in a file of its own that only the node's user may read. A value is written whole or not at
 * all: after a crash or a full disk the former value is still there. Safe for use by several threads, not by several processes.
 */
public final class StateStore {
    /** The largest value, in bytes. */
    public static final int LIMIT = 1 << 20;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String PARTIAL = ".partial";

    private final Path folder;

    private StateStore(Path folder) {
        this.folder = folder;
    }

    /** Opens the store, makes its folder where needed, and removes what an interrupted write has left. */
    public static StateStore open(Path folder) throws IOException {
        makePrivate(folder);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "*" + PARTIAL)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        return new StateStore(folder);
    }

    /** The value under a key of lower-case letters, digits and hyphens; empty when there is none. */
    public synchronized Optional<byte[]> read(String key) throws IOException {
        try (InputStream in = Files.newInputStream(file(key))) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException(file(key) + " is larger than " + LIMIT + " bytes; move it away and start again");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the value; when it returns, the new value survives a loss of power. */
    public synchronized void write(String key, byte[] value) throws IOException {
        if (value.length > LIMIT) {
            throw new IOException("state " + key + " is larger than " + LIMIT + " bytes and was not written");
        }
        Path file = file(key);
        Path partial = Files.createTempFile(folder, key, PARTIAL);
        try {
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(value);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Forgets the value, if there is one. */
    public synchronized void delete(String key) throws IOException {
        if (Files.deleteIfExists(file(key))) {
            syncFolder();
        }
    }

    /** A folder for one feature's own files, beside the values; made where needed. */
    public Path folder(String feature) throws IOException {
        Path own = folder.resolve(checked(feature) + ".d");
        makePrivate(own);
        return own;
    }

    private Path file(String key) {
        return folder.resolve(checked(key));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of lower-case letters, digits and hyphens: " + key);
        }
        return key;
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
