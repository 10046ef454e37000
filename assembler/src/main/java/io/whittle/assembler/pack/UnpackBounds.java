package io.whittle.assembler.pack;

/**
 * How much an archive may come to.
 *
 * @param bytes of all its files together, and of what a tar has around them
 * @param entries files, folders and links
 * @param ratio of these bytes to those of the archive; the first MiB is free
 */
public record UnpackBounds(long bytes, int entries, int ratio) {
    /** Ample for a JDK with all its sources, which packs to a third at best. */
    public static final UnpackBounds OF_JDKS = new UnpackBounds(4L << 30, 100_000, 100);

    public UnpackBounds {
        if (bytes <= 0 || entries <= 0 || ratio <= 0) {
            throw new IllegalArgumentException("bounds that nothing stays within");
        }
    }
}
