package io.whittle.assembler.modular;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A file of a jar on its way into a copy; read when it is its turn, since all of a jar may be too much to hold.
 *
 * @param jar where it is
 * @param entry under what name
 * @param changes made to the jar's files
 */
record CopiedFile(ZipFile jar, ZipArchiveEntry entry, List<EntryChange> changes) {
    /** The first that a zip can tell: a time of its own would make other bytes each day. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    CopiedFile {
        changes = List.copyOf(changes);
    }

    /** An entry that says nothing of when and where it was made. */
    static ZipArchiveEntry entry(String path) {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setTimeLocal(TIME);
        return entry;
    }

    boolean isChanged() {
        return changes.stream().anyMatch(change -> change.concerns(entry.getName()));
    }

    /** What it holds after all changes; empty where it is left out. */
    Optional<byte[]> changed() throws IOException {
        Optional<byte[]> bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = Optional.of(in.readAllBytes());
        }
        for (EntryChange change : changes) {
            if (bytes.isPresent() && change.concerns(entry.getName())) {
                bytes = change.apply(entry.getName(), bytes.get());
            }
        }
        return bytes;
    }

    /** Copies it as it is packed. */
    void copyTo(ZipArchiveOutputStream zip) throws IOException {
        ZipArchiveEntry copy = entry(entry.getName());
        copy.setMethod(entry.getMethod());
        copy.setSize(entry.getSize());
        copy.setCompressedSize(entry.getCompressedSize());
        copy.setCrc(entry.getCrc());
        try (InputStream raw = jar.getRawInputStream(entry)) {
            zip.addRawArchiveEntry(copy, raw);
        }
    }
}
