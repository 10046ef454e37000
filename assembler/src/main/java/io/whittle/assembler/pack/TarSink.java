package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;

/** A tar, all of it of one time, and root's unless somebody else is named. Names that do not fit into a header go into one of POSIX's extended ones. */
final class TarSink implements EntrySink {
    private static final int LINK_MODE = 0777;

    private final OfOneTime tar;

    /** Writes into a stream, and closes it in the end. */
    TarSink(OutputStream out) {
        this.tar = new OfOneTime(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void folder(String name, int mode, int owner) throws IOException {
        tar.owner = owner;
        put(new TarArchiveEntry(name + "/", TarConstants.LF_DIR), mode);
        tar.closeArchiveEntry();
        tar.owner = 0;
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

    /** Also the headers that the library adds for long names have an owner, and that time. */
    private static final class OfOneTime extends TarArchiveOutputStream {
        private int owner;

        OfOneTime(OutputStream out) {
            super(out, StandardCharsets.UTF_8.name());
        }

        @Override
        public void putArchiveEntry(TarArchiveEntry entry) throws IOException {
            entry.setIds(owner, owner);
            String name = owner == 0 ? "root" : "";
            entry.setNames(name, name);
            entry.setModTime(FileTime.from(INSTANT));
            super.putArchiveEntry(entry);
        }
    }
}
