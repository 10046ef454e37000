package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.ContentHash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The content of a layout, each file named by its hash. New content disturbs none that is there: what index.json names
 * stays whole until that is replaced.
 */
final class BlobFolder {
    private static final String UNFINISHED = ".new-";

    private final Path folder;
    private final Set<String> kept = new HashSet<>();
    private int count;

    private BlobFolder(Path folder) {
        this.folder = folder;
    }

    /** That of a layout, which is made where it is not there; a link in its place is not followed. */
    static BlobFolder in(Path layout) throws IOException {
        Path blobs = layout.resolve("blobs");
        Path folder = blobs.resolve("sha256");
        Files.createDirectories(layout);
        for (Path each : new Path[] {layout, blobs, folder}) {
            if (Files.isSymbolicLink(each)) {
                throw new FileSystemException(each.toString(), null, "it is a link, and in the way of a folder");
            }
        }
        Files.createDirectories(folder);
        return new BlobFolder(folder);
    }

    /** Where content is written before its hash is known. */
    Path beside() {
        return folder.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + count++);
    }

    Blob put(String text) throws IOException {
        Path beside = beside();
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            return keep(beside, ContentHash.of(text));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Content that stands elsewhere. */
    Blob copy(Blob other) throws IOException {
        Path beside = beside();
        try {
            Files.copy(other.file(), beside, LinkOption.NOFOLLOW_LINKS);
            if (!ContentHash.of(beside).equals(other.sha256())) {
                throw new IOException(other.file() + " was changed while it was copied");
            }
            return keep(beside, other.sha256());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Puts finished content into place. What stands there under its name is replaced: it may be damaged. */
    Blob keep(Path beside, String sha256) throws IOException {
        Path file = folder.resolve(sha256);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.mismatch(file, beside) >= 0) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        kept.add(sha256);
        return new Blob(sha256, Files.size(file), file);
    }

    /** Takes away what has not been kept: content of former images, and what a killed build left. */
    void clear() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!kept.contains(file.getFileName().toString())
                        && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
        }
    }
}
