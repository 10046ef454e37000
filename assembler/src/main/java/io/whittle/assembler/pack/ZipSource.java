package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads a zip by its directory, entry by entry. */
final class ZipSource {
    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int LONGEST_LINK = 4096;

    private final Allowance allowance;
    private final Consumer<String> current;

    /** The consumer is told which entry is looked at. */
    ZipSource(Allowance allowance, Consumer<String> current) {
        this.allowance = allowance;
        this.current = current;
    }

    void unpack(Path archive, UnpackedFolder to) throws IOException {
        try (ZipFile zip = open(archive)) {
            for (ZipArchiveEntry entry : entries(zip)) {
                current.accept(entry.getName());
                allowance.entry();
                unpack(zip, entry, to);
            }
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, UnpackedFolder to) throws IOException {
        String name = entry.getName();
        int mode = entry.getPlatform() == ZipArchiveEntry.PLATFORM_UNIX ? entry.getUnixMode() : 0;
        int kind = mode & KIND;
        if (kind != 0 && kind != FILE && kind != FOLDER && kind != LINK) {
            throw ArchiveFault.foreign("is neither file, folder nor link, but a device, a pipe or a socket");
        }
        if (kind == FOLDER || name.endsWith("/")) {
            to.folder(name);
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            throw ArchiveFault.of(
                    "is encrypted, or compressed in a way that is not read here", "Pack it anew as a plain zip.");
        }
        CheckedInputStream content = new CheckedInputStream(content(zip, entry), new CRC32());
        if (kind == LINK) {
            to.link(name, new String(content.readNBytes(LONGEST_LINK), StandardCharsets.UTF_8));
        } else {
            int permissions = mode & 0777;
            to.file(name, permissions == 0 ? Modes.PLAIN : permissions, content);
        }
        if (content.getChecksum().getValue() != entry.getCrc()) {
            throw ArchiveFault.damaged("has another checksum than the archive says");
        }
    }

    private InputStream content(ZipFile zip, ZipArchiveEntry entry) throws ArchiveFault {
        try {
            return new ArchiveInput(zip.getInputStream(entry), allowance);
        } catch (IOException | RuntimeException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
    }

    private static ZipFile open(Path archive) throws ArchiveFault {
        try {
            return ZipFile.builder()
                    .setPath(archive)
                    .setCharset(StandardCharsets.UTF_8)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
    }

    private static List<ZipArchiveEntry> entries(ZipFile zip) {
        return Collections.list(zip.getEntries());
    }
}
