package io.whittle.assembler.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of an archive, counted; what its decoder trips over is a fault of the archive. */
final class ArchiveInput extends FilterInputStream {
    private final Allowance allowance;

    ArchiveInput(InputStream decoded, Allowance allowance) {
        super(decoded);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException | RuntimeException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
        if (read > 0) {
            allowance.bytes(read);
        }
        return read;
    }

    // Skipped bytes count, too.
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(Math.max(0, count), 1 << 13)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
