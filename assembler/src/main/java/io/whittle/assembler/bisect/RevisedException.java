package io.whittle.assembler.bisect;

/** A set that counted as failing passes after all: what was built on that is to be searched again. */
final class RevisedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RevisedException() {
        super("a set that failed passes after all");
    }
}
