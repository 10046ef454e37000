package io.whittle.assembler.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** How a tar is made smaller that is not an archive to unpack by hand. Equal bytes come to equal bytes. */
public enum LayerCompression {
    /** What every tool reads. */
    GZIP("gzip"),
    /** Smaller, and read faster, by newer tools. */
    ZSTD("zstd");

    private final String word;

    LayerCompression(String word) {
        this.word = word;
    }

    /** As users write it, and media types end. */
    public String word() {
        return word;
    }

    /** The one of this word, if there is one. */
    public static Optional<LayerCompression> of(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /**
     * Makes ready for it.
     *
     * @throws PackException where a library for it cannot be loaded on this machine
     */
    public void load() throws PackException {
        if (this == ZSTD) {
            ZstdStreams.load();
        }
    }

    /** A stream that compresses into another, and closes that in the end. */
    public OutputStream compressing(OutputStream out) throws IOException {
        return this == ZSTD ? ZstdStreams.compressing(out) : Packer.gzip(out);
    }
}
