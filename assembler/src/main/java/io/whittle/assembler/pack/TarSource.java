package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a tar, entry by entry. */
final class TarSource {
    private final Allowance allowance;
    private final Consumer<String> current;

    /** The consumer is told which entry is looked at. */
    TarSource(Allowance allowance, Consumer<String> current) {
        this.allowance = allowance;
        this.current = current;
    }

    void unpack(InputStream decoded, UnpackedFolder to) throws IOException {
        ArchiveInput counted = new ArchiveInput(decoded, allowance);
        TarArchiveInputStream tar = new TarArchiveInputStream(counted, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
            current.accept(entry.getName());
            allowance.entry();
            unpack(entry, tar, to);
        }
        // To its end, where the hash of what came out is.
        counted.transferTo(OutputStream.nullOutputStream());
    }

    private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        allowance.headersBegin();
        try {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null) {
                allowance.headersEnd();
            }
            return entry;
        } catch (IOException | RuntimeException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream tar, UnpackedFolder to) throws IOException {
        if (!entry.isCheckSumOK()) {
            throw ArchiveFault.damaged("has a header whose checksum is wrong");
        }
        if (entry.isSparse()) {
            throw ArchiveFault.of("is a sparse file", "Pack it anew as a plain one.");
        }
        switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> {
                if (entry.getName().endsWith("/")) {
                    to.folder(entry.getName());
                } else {
                    to.file(entry.getName(), entry.getMode(), new Decoded(tar));
                }
            }
            case TarConstants.LF_DIR -> to.folder(entry.getName());
            case TarConstants.LF_SYMLINK -> to.link(entry.getName(), entry.getLinkName());
            case TarConstants.LF_LINK -> to.secondName(entry.getName(), entry.getLinkName(), allowance);
            default ->
                throw ArchiveFault.foreign("is neither file, folder nor link, but "
                        + switch (entry.getLinkFlag()) {
                            case TarConstants.LF_CHR, TarConstants.LF_BLK -> "a device";
                            case TarConstants.LF_FIFO -> "a pipe";
                            default -> "of the unknown kind " + (entry.getLinkFlag() & 0xff);
                        });
        }
    }

    /** The content of one file; what the reader of the tar trips over is a fault of the archive, too. */
    private static final class Decoded extends FilterInputStream {
        Decoded(InputStream tar) {
            super(tar);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException | RuntimeException damaged) {
                throw ArchiveFault.damaged(damaged);
            }
        }
    }
}
