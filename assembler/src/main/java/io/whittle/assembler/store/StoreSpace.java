package io.whittle.assembler.store;

import io.whittle.assembler.fresh.FolderTree;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a store takes, and what goes when that is too much. */
final class StoreSpace {
    static final String ENTRIES = "images";

    /** Begins the names of what is not finished, and of what is being deleted. */
    static final String UNFINISHED = "unfinished-";

    /** Nobody takes so long to copy an image. Process numbers would tell sooner, and wrongly where machines share a store. */
    private static final Duration LEFT = Duration.ofHours(1);

    private final Path folder;
    private final long limit;

    private record Entry(Path folder, long bytes, FileTime used) {}

    StoreSpace(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Deletes what killed builds left half written. */
    void clear() throws IOException {
        Files.createDirectories(folder);
        Instant before = Instant.now().minus(LEFT);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path each : left) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    FolderTree.delete(each);
                }
            }
        } catch (NoSuchFileException anotherWasQuicker) {
            return;
        }
    }

    /** Takes out what was used longest ago, until the rest is within the limit; one stays. */
    void trim(Path staying) throws IOException {
        List<Entry> entries = entries();
        entries.sort(Comparator.comparing(Entry::used));
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : entries) {
            if (bytes > limit && !entry.folder().equals(staying)) {
                throwAway(entry.folder());
                bytes -= entry.bytes();
            }
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.resolve(ENTRIES))) {
            for (Path each : found) {
                Path manifest = each.resolve("manifest");
                try {
                    entries.add(new Entry(each, Manifest.read(manifest).bytes(), Files.getLastModifiedTime(manifest)));
                } catch (DamagedEntryException damaged) {
                    throwAway(each);
                } catch (NoSuchFileException without) {
                    // No entry comes without one; or another process took it away.
                    throwAway(each);
                }
            }
        }
        return entries;
    }

    /** Takes an entry out by one rename, so that nobody finds a part of it; no fault where another process did. */
    void throwAway(Path entry) throws IOException {
        Path gone = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Files.move(entry, gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException anotherWasQuicker) {
            return;
        }
        FolderTree.delete(gone);
    }
}
