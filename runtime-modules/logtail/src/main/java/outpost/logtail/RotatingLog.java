package outpost.logtail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Lines in {@code outpost.log}; when it is full it becomes {@code outpost.log.1}, that one {@code .2}, and the last goes.
 * Each line is handed to the system at once, so a crash of the daemon loses none; it is forced to the disk only when a file
 * is finished, which spares flash memory. After an {@link IOException} the next line tries from the beginning.
 * Not safe for several threads.
 */
final class RotatingLog implements Closeable {
    static final String NAME = "outpost.log";

    /** Says where the files are, and makes that folder where needed. */
    @FunctionalInterface
    interface Place {
        Path folder() throws IOException;
    }

    private final Place place;
    private final long bytesAFile;
    private final int files;

    private FileChannel open;
    private long size;

    /**
     * @param bytesAFile a file is finished before it would grow beyond this; a single longer line is kept whole
     * @param files how many files there are at most, the current one included; at least 1
     */
    RotatingLog(Place place, long bytesAFile, int files) {
        if (bytesAFile < 1 || files < 1) {
            throw new IllegalArgumentException("a log needs at least one file of at least one byte");
        }
        this.place = place;
        this.bytesAFile = bytesAFile;
        this.files = files;
    }

    void write(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (open == null) {
                open();
            }
            if (size > 0 && size + bytes.length > bytesAFile) {
                rotate();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                size += open.write(buffer);
            }
        } catch (IOException e) {
            abandon(e);
            throw e;
        }
    }

    private void open() throws IOException {
        open = FileChannel.open(place.folder().resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = open.size();
    }

    private void rotate() throws IOException {
        close();
        Path folder = place.folder();
        for (int age = files - 1; age > 0; age--) {
            Path younger = folder.resolve(age == 1 ? NAME : NAME + "." + (age - 1));
            if (Files.exists(younger, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(younger, folder.resolve(NAME + "." + age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (files == 1) {
            Files.deleteIfExists(folder.resolve(NAME));
        }
        open();
    }

    private void abandon(IOException cause) {
        FileChannel broken = open;
        open = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Forces what was written to the disk. A later line opens the file again. */
    @Override
    public void close() throws IOException {
        if (open == null) {
            return;
        }
        try (FileChannel finished = open) {
            open = null;
            finished.force(false);
        }
    }
}
