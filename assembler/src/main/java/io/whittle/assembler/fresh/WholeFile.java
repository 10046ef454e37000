package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A file that appears whole or not at all: written beside its place, then renamed into it. What stood before stays until
 * then.
 */
public final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Path beside;

    private WholeFile(Path file, Path beside) {
        this.file = file;
        this.beside = beside;
    }

    /** Writes the file. One that holds these very bytes is left as it is, with its time. */
    public static void write(Path file, byte[] bytes) throws IOException {
        try (WholeFile whole = prepare(file, bytes)) {
            whole.appear();
        }
    }

    /** Writes the bytes beside their place, so that what can fail has been done before something else is changed. */
    public static WholeFile prepare(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        // Not a temporary file of the system's: that one would be for its owner's eyes only, and keep it so.
        WholeFile whole = new WholeFile(
                file,
                file.resolveSibling(
                        file.getFileName() + ".new-" + ProcessHandle.current().pid()));
        try {
            Files.write(whole.beside, bytes);
        } catch (IOException failed) {
            whole.close();
            throw failed;
        }
        return whole;
    }

    /** Puts it into place. A file that holds these very bytes is left as it is, with its time. */
    public void appear() throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(beside))) {
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
