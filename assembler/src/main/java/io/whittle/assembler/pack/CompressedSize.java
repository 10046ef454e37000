package io.whittle.assembler.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** How small a content gets in an archive. */
public final class CompressedSize {
    private CompressedSize() {}

    /** What is measured. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it, and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Compresses a content by itself, as archives of the format do, and keeps nothing of it. As costly as to pack it.
     *
     * @return bytes
     */
    public static long of(ArchiveFormat format, Content content) throws IOException {
        Counting counting = new Counting();
        try (OutputStream out = compressing(format, counting)) {
            content.writeTo(out);
        }
        return counting.bytes;
    }

    /**
     * Packs a folder, and keeps nothing of it.
     *
     * @return bytes of the archive
     * @throws PackException where the folder cannot be packed
     */
    public static long ofArchive(Path folder, String name, ArchiveFormat format) throws PackException, IOException {
        Counting counting = new Counting();
        Packer.write(PackedFolder.of(folder), name, format, counting, done -> {});
        return counting.bytes;
    }

    private static OutputStream compressing(ArchiveFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case TAR_GZ -> Packer.gzip(out);
            case TAR_ZST -> ZstdStreams.compressing(out, 1);
            case ZIP -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true));
        };
    }

    /** Counts and forgets. */
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int single) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int offset, int length) {
            bytes += length;
        }
    }
}
