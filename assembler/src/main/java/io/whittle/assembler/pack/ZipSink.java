package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** A zip with names in UTF-8 and the modes of Unix. */
final class ZipSink implements EntrySink {
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120777;
    private static final int BEST = 9;

    private final ZipArchiveOutputStream zip;

    /** Writes into a stream, and closes it in the end. */
    ZipSink(OutputStream out) {
        this.zip = new ZipArchiveOutputStream(out);
        zip.setEncoding(StandardCharsets.UTF_8.name());
        zip.setUseLanguageEncodingFlag(true);
        zip.setLevel(BEST);
    }

    @Override
    public void folder(String name, int mode, int owner) throws IOException {
        ZipArchiveEntry entry = entry(name + "/", FOLDER | mode, 0);
        entry.setMethod(ZipArchiveOutputStream.STORED);
        entry.setCrc(0);
        zip.putArchiveEntry(entry);
        zip.closeArchiveEntry();
    }

    @Override
    public void beginFile(String name, int mode, long size) throws IOException {
        zip.putArchiveEntry(entry(name, FILE | mode, size));
    }

    @Override
    public OutputStream content() {
        return zip;
    }

    @Override
    public void endFile() throws IOException {
        zip.closeArchiveEntry();
    }

    @Override
    public void link(String name, String target) throws IOException {
        byte[] content = target.getBytes(StandardCharsets.UTF_8);
        zip.putArchiveEntry(entry(name, LINK, content.length));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ZipArchiveEntry entry(String name, int mode, long size) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        entry.setSize(size);
        // A zip holds what a clock on the wall shows, which the library takes from an instant by this very zone.
        entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
        return entry;
    }
}
