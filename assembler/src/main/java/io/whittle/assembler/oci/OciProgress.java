package io.whittle.assembler.oci;

/** Hears how far layers are; called often. */
public interface OciProgress {
    /** A layer begins, of so many bytes of content. */
    void begin(String image, String layer, long bytes);

    /** So many more bytes of its content are done. */
    void done(long bytes);
}
