package io.whittle.assembler.fresh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written beside its place, then renamed into it. What stood before stays until
 * then.
 */
public final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Path beside;

    /** What a file is made of, for one that is too large to be held. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it, and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile(Path file, Path beside) {
        this.file = file;
        this.beside = beside;
    }

    /** Writes the file. One that holds these very bytes is left as it is, with its time. */
    public static void write(Path file, byte[] bytes) throws IOException {
        // Not a temporary file of the system's: that one would be for its owner's eyes only, and keep it so.
        Path beside = file.resolveSibling(
                file.getFileName() + ".new-" + ProcessHandle.current().pid());
        try (WholeFile whole = prepare(file, beside, bytes)) {
            whole.appear();
        }
    }

    /**
     * Writes the bytes beside their place, so that what can fail has been done before something else is changed.
     *
     * @param beside where they wait, in the same folder
     */
    public static WholeFile prepare(Path file, Path beside, byte[] bytes) throws IOException {
        return prepare(file, beside, out -> out.write(bytes));
    }

    /**
     * Writes a content beside its place, as {@link #prepare(Path, Path, byte[])} does, and holds none of it in memory.
     *
     * @throws IOException also where a link stands in its place beside: it is not followed
     */
    public static WholeFile prepare(Path file, Path beside, Content content) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is in the way of a file of this name");
        }
        WholeFile whole = new WholeFile(file, beside);
        try (OutputStream out = Files.newOutputStream(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            content.writeTo(out);
        } catch (IOException | RuntimeException failed) {
            whole.close();
            throw failed;
        }
        return whole;
    }

    /** Puts it into place; a link there is replaced, not followed. A file that holds these very bytes is left as it is, with its time. */
    public void appear() throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(file, beside) < 0) {
            return;
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away what did not appear. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }
}
