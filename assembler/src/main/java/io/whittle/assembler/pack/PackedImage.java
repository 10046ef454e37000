package io.whittle.assembler.pack;

import java.util.List;

/**
 * What came of packing an image.
 *
 * @param order what was asked
 * @param bytes what its files take on disk
 * @param files how many files and links it has
 * @param archives one for each format, in the order asked
 */
public record PackedImage(PackOrder order, long bytes, int files, List<Archive> archives) {
    public PackedImage {
        archives = List.copyOf(archives);
    }

    /**
     * An archive that stands beside the image.
     *
     * @param bytes to transfer
     * @param sha256 in hexadecimal
     */
    public record Archive(ArchiveFormat format, long bytes, String sha256) {}
}
