package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Archives as nobody means well makes them. */
final class HandMade {
    /** What goes into a tar. */
    interface Tar {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    /** What goes into a zip. */
    interface Zip {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    private HandMade() {}

    static Path tar(Path file, Tar tar) throws IOException {
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(compressed(file), "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.into(out);
        }
        return file;
    }

    static Path zip(Path file, Zip zip) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file.toFile())) {
            zip.into(out);
        }
        return file;
    }

    static void file(TarArchiveOutputStream tar, String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length());
        tar.putArchiveEntry(entry);
        tar.write(content.getBytes(StandardCharsets.US_ASCII));
        tar.closeArchiveEntry();
    }

    static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        other(tar, name, TarConstants.LF_SYMLINK, target);
    }

    static void hardLink(TarArchiveOutputStream tar, String name, String target) throws IOException {
        other(tar, name, TarConstants.LF_LINK, target);
    }

    static void other(TarArchiveOutputStream tar, String name, byte flag, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, flag, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    static void file(ZipArchiveOutputStream zip, String name, int mode, String content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(StandardCharsets.US_ASCII));
        zip.closeArchiveEntry();
    }

    private static OutputStream compressed(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return file.toString().endsWith(".zst") ? ZstdStreams.compressing(out) : new GZIPOutputStream(out);
    }
}
