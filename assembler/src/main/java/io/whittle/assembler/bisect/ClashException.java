package io.whittle.assembler.bisect;

import java.util.BitSet;

/** A set passes, and a larger one fails: more may be worse. */
final class ClashException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient BitSet passing;
    private final transient BitSet failing;

    ClashException(BitSet passing, BitSet failing) {
        super("a superset of a passing set fails");
        this.passing = passing;
        this.failing = failing;
    }

    BitSet passing() {
        return passing;
    }

    BitSet failing() {
        return failing;
    }
}
