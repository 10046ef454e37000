package io.whittle.assembler.pack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Zstandard, by its own library, which is native. */
final class ZstdStreams {
    /** The last level that needs no more memory than others to be unpacked. */
    private static final int LEVEL = 19;

    /** Each takes about 100 MiB, outside of Java's heap. */
    private static final int MOST_WORKERS = 4;

    private ZstdStreams() {}

    /**
     * Loads the library, so that its lack is told before anything is done.
     *
     * @throws PackException on a machine for which it has no build, or where it cannot be unpacked to be loaded
     */
    static void load() throws PackException {
        try {
            Native.load();
        } catch (LinkageError missing) {
            throw new PackException(
                    "Zstandard cannot be loaded on this machine (" + missing.getMessage()
                            + "), so no tar.zst is read or written.\n"
                            + "  Take tar.gz, or give Maven a temporary folder from which programs may be run: -Djava.io.tmpdir=<folder>.",
                    missing);
        }
    }

    /** Compresses with several processors; the bytes are the same with any number of them. */
    static OutputStream compressing(OutputStream out) throws IOException {
        return compressing(out, Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
    }

    static OutputStream compressing(OutputStream out, int workers) throws IOException {
        return new ZstdOutputStreamNoFinalizer(out, LEVEL).setChecksum(true).setWorkers(workers);
    }

    static InputStream decompressing(InputStream in) throws IOException {
        return new ZstdInputStreamNoFinalizer(in);
    }
}
