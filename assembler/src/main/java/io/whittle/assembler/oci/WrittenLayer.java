package io.whittle.assembler.oci;

/**
 * A layer that stands among the content of a layout.
 *
 * @param content what is in it
 * @param blob as it is transferred
 * @param mediaType what it is
 * @param diffId hash of its tar without compression
 * @param unpacked bytes of its files; 0 for one of a base, whose files are not looked at
 * @param files files and links
 */
public record WrittenLayer(LayerContent content, Blob blob, String mediaType, String diffId, long unpacked, int files) {
    /** The hash by which others refer to it. */
    public String digest() {
        return blob.digest();
    }

    /** To transfer. */
    public long bytes() {
        return blob.bytes();
    }
}
