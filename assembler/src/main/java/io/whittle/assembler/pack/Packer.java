package io.whittle.assembler.pack;

import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;

/**
 * Writes a folder as an archive. Equal folders give equal bytes, whoever packs them, when and where; times, owners and what a
 * umask takes away do not count. Bytes out of deflate and Zstandard are those of the libraries of this very version.
 */
public final class Packer {
    /** When everything that is packed was made. */
    public static final Instant TIME = EntrySink.INSTANT;

    private static final int BUFFER = 1 << 16;

    private Packer() {}

    /**
     * Writes an archive into a stream and leaves that open. Holds one buffer of content at a time.
     *
     * @param top the one folder at the top of the archive, which holds everything
     * @param done is told how many bytes of content have been packed since it was last told
     * @throws IOException also where a file has changed its size since the folder was looked at
     */
    public static void write(PackedFolder folder, String top, ArchiveFormat format, OutputStream out, LongConsumer done)
            throws IOException {
        try (EntrySink sink = sink(format, new LeftOpen(out))) {
            for (TreeEntry entry : folder.entries()) {
                put(entry.named(entry.name().isEmpty() ? top : top + "/" + entry.name()), sink, done);
            }
        }
    }

    /**
     * Writes a tar of these entries, in this order, into a stream and leaves that open; there is no folder at the top. Holds one
     * buffer of content at a time.
     *
     * @param done is told how many bytes of content have been packed since it was last told
     * @throws IOException also where a file has changed its size since it was looked at
     */
    public static void tar(List<TreeEntry> entries, OutputStream out, LongConsumer done) throws IOException {
        try (EntrySink sink = new TarSink(new LeftOpen(out))) {
            for (TreeEntry entry : entries) {
                put(entry, sink, done);
            }
        }
    }

    private static void put(TreeEntry entry, EntrySink sink, LongConsumer done) throws IOException {
        if (entry instanceof TreeEntry.Folder inner) {
            sink.folder(inner.name(), inner.mode(), inner.owner());
        } else if (entry instanceof TreeEntry.Link link) {
            sink.link(link.name(), link.target());
        } else if (entry instanceof TreeEntry.Text text) {
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            sink.beginFile(text.name(), text.mode(), bytes.length);
            sink.content().write(bytes);
            sink.endFile();
            done.accept(bytes.length);
        } else if (entry instanceof TreeEntry.PlainFile file) {
            sink.beginFile(file.name(), file.mode(), file.size());
            copy(file, sink.content(), done);
            sink.endFile();
        }
    }

    private static void copy(TreeEntry.PlainFile file, OutputStream out, LongConsumer done) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = file.size();
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                done.accept(read);
            }
        }
        if (left != 0) {
            throw new IOException(file.path() + " was changed while it was packed");
        }
    }

    private static EntrySink sink(ArchiveFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case TAR_GZ -> new TarSink(gzip(out));
            case TAR_ZST -> new TarSink(ZstdStreams.compressing(out));
            case ZIP -> new ZipSink(out);
        };
    }

    static OutputStream gzip(OutputStream out) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        // Who packed is not told.
        parameters.setOS(GzipParameters.OS.UNKNOWN);
        return new GzipCompressorOutputStream(out, parameters);
    }

    /** Formats close what they write into; whose it is may want to go on. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
