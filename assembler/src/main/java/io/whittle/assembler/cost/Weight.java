package io.whittle.assembler.cost;

/**
 * What something takes.
 *
 * @param bytes on disk
 * @param archive bytes to transfer
 */
public record Weight(long bytes, long archive) {
    /** Of nothing. */
    public static final Weight NONE = new Weight(0, 0);

    Weight plus(Weight other) {
        return new Weight(bytes + other.bytes, archive + other.archive);
    }

    Weight minus(Weight other) {
        return new Weight(bytes - other.bytes, archive - other.archive);
    }
}
