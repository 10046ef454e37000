package outpost.localapi;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A listening Unix socket and its file. A file that a dead daemon left behind is replaced; one that somebody answers on is not.
 */
final class UnixListener implements Closeable {
    /** What fits in {@code sun_path} on every system, with the nought at its end. */
    private static final int LONGEST = 103;

    private final Path path;
    private final ServerSocketChannel channel;
    private final Object file;

    private UnixListener(Path path, ServerSocketChannel channel, Object file) {
        this.path = path;
        this.channel = channel;
        this.file = file;
    }

    static UnixListener bind(Path path) throws IOException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IOException("the socket's path is " + length + " bytes long, and a socket takes " + LONGEST
                    + "; choose a shorter --socket");
        }
        Files.createDirectories(path.getParent());
        removeStale(path);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            // Anybody may ask; what a caller may change is decided by who it is.
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
            return new UnixListener(
                    path, channel, look(path).map(BasicFileAttributes::fileKey).orElse(path));
        } catch (BindException e) {
            channel.close();
            throw new IOException("cannot listen on " + path + ": " + e.getMessage() + "; choose another --socket", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    ServerSocketChannel channel() {
        return channel;
    }

    Path path() {
        return path;
    }

    /** Stops listening and removes the file, unless it is somebody else's by now. */
    @Override
    public void close() throws IOException {
        channel.close();
        Optional<Object> now = look(path).map(BasicFileAttributes::fileKey);
        if (now.equals(Optional.of(file))) {
            Files.deleteIfExists(path);
        }
    }

    private static void removeStale(Path path) throws IOException {
        Optional<BasicFileAttributes> there = look(path);
        if (there.isEmpty()) {
            return;
        }
        if (!there.get().isOther()) {
            throw new IOException(path + " is not a socket; move it away, or choose another --socket");
        }
        if (answers(path)) {
            throw new IOException("another outpostd answers on " + path + "; stop it, or choose another --socket");
        }
        Files.deleteIfExists(path);
    }

    private static boolean answers(Path path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Without blocking: a daemon whose queue is full is alive too.
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static Optional<BasicFileAttributes> look(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
