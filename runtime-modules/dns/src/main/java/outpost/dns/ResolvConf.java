package outpost.dns;

import outpost.core.log.Log;
import outpost.core.netmap.Self;
import outpost.core.state.StateStore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the file that names the system's nameserver, and gives it back: when the node goes down, and when it comes up after a crash.
 * What stood there before is kept in the node's state, outside of the file's folder, before anything is changed. A file that
 * somebody else has written since is left alone. Not safe for several threads.
 */
final class ResolvConf {
    private static final String KEY = "resolv-conf";
    private static final int LIMIT = 64 * 1024;
    private static final byte FILE = 'f';
    private static final byte LINK = 'l';
    private static final byte NOTHING = 'n';
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path file;
    private final StateStore store;
    private final Log log;

    ResolvConf(Path file, StateStore store, Log log) {
        this.file = file;
        this.store = store;
        this.log = log;
    }

    /** Gives back what a node that was killed has left. To be called before anything is taken. */
    void repair() throws IOException {
        if (store.read(KEY).isPresent()) {
            log.info(file + " was left behind by a node that did not end well; what stood there before comes back");
            giveBack();
        }
    }

    /** What the file says now, or said before it was taken; empty bytes where there is none. */
    byte[] former() throws IOException {
        Optional<byte[]> kept = store.read(KEY);
        if (kept.isPresent()) {
            return text(kept.get());
        }
        byte[] now = read();
        return ResolvText.isOurs(now) ? new byte[0] : now;
    }

    /** Keeps what stands there, unless that is done. */
    void keep() throws IOException {
        Optional<byte[]> before = store.read(KEY);
        if (before.isEmpty() || !ResolvText.isOurs(read())) {
            byte[] now = kept();
            if (before.isPresent() && ResolvText.nameservers(text(now)).isEmpty()) {
                // Deleted, or caught while it is written: what is known to be better than nothing stays known.
                return;
            }
            // Who writes the same again and again wears out no flash here.
            if (before.isEmpty() || !Arrays.equals(before.get(), now)) {
                store.write(KEY, now);
            }
        }
    }

    /** Keeps what stands there, unless that is done, and writes this node's text. */
    void take(Self self) throws IOException {
        keep();
        byte[] ours = ResolvText.ours(former(), self, "the state of outpostd");
        if (!Arrays.equals(read(), ours)) {
            write(ours);
        }
    }

    /** What somebody else has written since the file was taken, nothing where it was deleted; empty while it is this node's. */
    Optional<String> lost() throws IOException {
        byte[] now = read();
        return ResolvText.isOurs(now) || store.read(KEY).isEmpty()
                ? Optional.empty()
                : Optional.of(new String(now, StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** Puts back what was kept, if the file is still this node's. */
    void giveBack() throws IOException {
        Optional<byte[]> kept = store.read(KEY);
        if (kept.isEmpty()) {
            return;
        }
        if (ResolvText.isOurs(read())) {
            restore(kept.get());
        } else {
            log.info(file + " has been written by somebody else since; it is left as it is");
        }
        store.delete(KEY);
    }

    private void restore(byte[] kept) throws IOException {
        byte[] content = Arrays.copyOfRange(kept, 1, kept.length);
        switch (kept[0]) {
            case FILE -> write(content);
            case LINK -> {
                Path link = beside();
                Files.createSymbolicLink(link, Path.of(new String(content, StandardCharsets.UTF_8)));
                Files.move(link, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            default -> Files.deleteIfExists(file);
        }
    }

    private byte[] kept() throws IOException {
        if (Files.isSymbolicLink(file)) {
            return tagged(LINK, Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[] {NOTHING};
        }
        byte[] now = read();
        if (ResolvText.isOurs(now)) {
            // To ask the nameserver in it would be to ask oneself.
            log.error(file
                    + " was left behind by a node whose state is lost, and what stood there before with it; until it is"
                    + " written anew, other names are found through dns.upstream alone");
            return new byte[] {FILE};
        }
        return tagged(FILE, now);
    }

    private static byte[] tagged(byte tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** What a kept file says, or says where it leads to. */
    private byte[] text(byte[] kept) throws IOException {
        return kept[0] == FILE ? Arrays.copyOfRange(kept, 1, kept.length) : readBehind(kept);
    }

    private byte[] readBehind(byte[] kept) throws IOException {
        if (kept[0] != LINK) {
            return new byte[0];
        }
        Path to = Path.of(new String(kept, 1, kept.length - 1, StandardCharsets.UTF_8));
        return read(file.toAbsolutePath().resolveSibling(to));
    }

    private byte[] read() throws IOException {
        return read(file);
    }

    private static byte[] read(Path from) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException(from + " is larger than " + LIMIT + " bytes; is it a list of nameservers?");
            }
            return bytes;
        } catch (NoSuchFileException none) {
            return new byte[0];
        }
    }

    /** Whole by renaming, where the system lets it; a file that is a mount of its own can only be written in place. */
    private void write(byte[] bytes) throws IOException {
        Path partial = beside();
        try {
            write(partial, bytes, StandardOpenOption.CREATE_NEW);
            Files.getFileAttributeView(partial, PosixFileAttributeView.class).setPermissions(READABLE);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException refused) {
            Files.deleteIfExists(partial);
            write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private Path beside() throws IOException {
        Path partial = file.resolveSibling("." + file.getFileName() + ".outpostd");
        Files.deleteIfExists(partial);
        return partial;
    }

    private static void write(Path to, byte[] bytes, StandardOpenOption... how) throws IOException {
        StandardOpenOption[] options = Arrays.copyOf(how, how.length + 1);
        options[how.length] = StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(to, options)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
