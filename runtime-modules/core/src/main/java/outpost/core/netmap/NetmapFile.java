package outpost.core.netmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A netmap on disk that may be replaced at any time. Whether it has changed is told by looking at it, which works on every file
 * system and through symbolic links. Not safe for use by several threads.
 */
public final class NetmapFile {
    /** Two writes within this time may leave the same time stamp behind. */
    private static final long COARSE_MILLIS = 2_000;

    private record Mark(Object file, FileTime written, long size) {}

    private final Path path;
    private Optional<Mark> last = Optional.empty();
    private boolean settled;

    public NetmapFile(Path path) {
        this.path = path;
    }

    /**
     * The netmap, if the file may have changed since the last call; empty if it has not. A fault is thrown once for each change
     * of the file.
     *
     * @throws NetmapException if the file is not a netmap, is too large, or cannot be read
     */
    public Optional<Netmap> poll() throws NetmapException {
        try {
            Optional<Mark> now = mark();
            if (settled && now.equals(last)) {
                return Optional.empty();
            }
            last = now;
            settled = now.isEmpty()
                    || System.currentTimeMillis() - now.get().written().toMillis() > COARSE_MILLIS;
            return Optional.of(read());
        } catch (NetmapException e) {
            throw new NetmapException(path + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new NetmapException(path + " does not exist; put the netmap there");
        } catch (IOException e) {
            throw new NetmapException(path + " cannot be read: " + e.getMessage());
        }
    }

    private Optional<Mark> mark() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Mark(now.fileKey(), now.lastModifiedTime(), now.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Netmap read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return NetmapReader.read(in.readNBytes(NetmapReader.LIMIT + 1));
        }
    }
}
