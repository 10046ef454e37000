package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;

/** A tar, all of it root's and of one time. Names that do not fit into a header go into one of POSIX's extended ones. */
final class TarSink implements EntrySink {
    private static final int LINK_MODE = 0777;

    private final TarArchiveOutputStream tar;

    /** Writes into a stream, and closes it in the end. */
    TarSink(OutputStream out) {
        this.tar = new OfRoot(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void folder(String name, int mode) throws IOException {
        put(new TarArchiveEntry(name + "/", TarConstants.LF_DIR), mode);
        tar.closeArchiveEntry();
    }

    @Override
    public void beginFile(String name, int mode, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL);
        entry.setSize(size);
        put(entry, mode);
    }

    @Override
    public OutputStream content() {
        return tar;
    }

    @Override
    public void endFile() throws IOException {
        tar.closeArchiveEntry();
    }

    @Override
    public void link(String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        put(entry, LINK_MODE);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void put(TarArchiveEntry entry, int mode) throws IOException {
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
    }

    /** Also the headers that the library adds for long names are root's, and of that time. */
    private static final class OfRoot extends TarArchiveOutputStream {
        OfRoot(OutputStream out) {
            super(out, StandardCharsets.UTF_8.name());
        }

        @Override
        public void putArchiveEntry(TarArchiveEntry entry) throws IOException {
            entry.setIds(0, 0);
            entry.setNames("root", "root");
            entry.setModTime(FileTime.from(INSTANT));
            super.putArchiveEntry(entry);
        }
    }
}
