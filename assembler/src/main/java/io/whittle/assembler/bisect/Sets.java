package io.whittle.assembler.bisect;

import java.util.BitSet;

/** Sets made of sets; none of them is changed. */
final class Sets {
    private Sets() {}

    static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    static BitSet minus(BitSet set, BitSet without) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(without);
        return rest;
    }

    static boolean within(BitSet smaller, BitSet larger) {
        return minus(smaller, larger).isEmpty();
    }
}
