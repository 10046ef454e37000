package io.whittle.assembler.pack;

/** Hears how far packing is; called often. */
public interface PackProgress {
    /** An archive begins, of so many bytes of content. */
    void begin(ArchiveFormat format, long bytes);

    /** So many more bytes of its content have been packed. */
    void packed(long bytes);
}
