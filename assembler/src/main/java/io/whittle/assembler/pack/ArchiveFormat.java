package io.whittle.assembler.pack;

import io.whittle.graph.catalog.Os;

import java.util.Optional;
import java.util.stream.Stream;

/** How a folder becomes one file. */
public enum ArchiveFormat {
    /** A tar in gzip: every system unpacks it. */
    TAR_GZ("tar.gz"),
    /** A tar in Zstandard: smaller, and unpacked faster. */
    TAR_ZST("tar.zst"),
    /** What Windows unpacks by itself. */
    ZIP("zip");

    private final String word;

    ArchiveFormat(String word) {
        this.word = word;
    }

    /** As users write it; also the end of a file's name. */
    public String word() {
        return word;
    }

    /** The format of this word, if there is one. */
    public static Optional<ArchiveFormat> of(String word) {
        return Stream.of(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    /** What users of a system expect. */
    public static ArchiveFormat usualOn(Os os) {
        return os == Os.WINDOWS ? ZIP : TAR_GZ;
    }
}
