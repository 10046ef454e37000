package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A folder of entries, files and folders, that are kept until nobody uses them. The time of an entry is that of its last use. Several
 * processes may use it at once.
 */
public final class KeptFolder {
    private static final String GONE = "gone-";

    private final Path folder;

    /** In this folder, which need not exist; nothing else may be in it. */
    public KeptFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Says that an entry is used, before anybody looks into it. One that is being taken away in this moment is gone, and has to be made anew.
     *
     * @return false where it is not there
     */
    public static boolean use(Path entry) throws IOException {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /**
     * Takes out what is too much: see {@link Kept#tooMuch}. Linear in all files below the folder.
     *
     * @param limit how many bytes may stay
     */
    public void trim(long limit) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Instant now = Instant.now();
        List<Kept> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                try {
                    all.add(new Kept(entry, FolderTree.bytes(entry), used(entry)));
                } catch (NoSuchFileException anotherWasQuicker) {
                    continue;
                }
            }
        }
        for (Kept each : Kept.tooMuch(all, limit, now)) {
            takeOut(each);
        }
    }

    // By one rename, so that nobody finds a part of it. Somebody may have begun to use it since it was looked at: then
    // it comes back.
    private void takeOut(Kept entry) throws IOException {
        Path gone = folder.resolve(GONE + UUID.randomUUID());
        try {
            Files.move(entry.path(), gone, StandardCopyOption.ATOMIC_MOVE);
            if (used(gone).isAfter(entry.used()) && !Files.exists(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(gone, entry.path(), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        } catch (NoSuchFileException anotherWasQuicker) {
            return;
        }
        FolderTree.delete(gone);
    }

    private static Instant used(Path entry) throws IOException {
        return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
    }
}
