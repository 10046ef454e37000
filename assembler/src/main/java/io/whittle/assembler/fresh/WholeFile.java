package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes files that appear whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes the bytes beside the file and renames them into place; what stood before stays until then. A file that holds
     * these very bytes is left as it is, with its time.
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        // Not a temporary file of the system's: that one would be for its owner's eyes only, and keep it so.
        Path beside = file.resolveSibling(
                file.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
