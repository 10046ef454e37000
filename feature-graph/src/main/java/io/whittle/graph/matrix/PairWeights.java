package io.whittle.graph.matrix;

import java.util.BitSet;

/** How many pairs of variables a pair of literals of atoms stands for. */
final class PairWeights {
    private final boolean mixedOnly;
    private final int[] in;
    private final int[] out;
    private final BitSet bringingIn = new BitSet();
    private final BitSet leavingOut = new BitSet();

    PairWeights(Atoms atoms, BitSet chosen, PairKind kind) {
        this.mixedOnly = kind == PairKind.MIXED;
        in = new int[2 * atoms.count()];
        out = new int[2 * atoms.count()];
        chosen.stream().forEach(variable -> {
            in[atoms.of(2 * variable)]++;
            out[atoms.of(2 * variable + 1)]++;
        });
        for (int literal = 0; literal < in.length; literal++) {
            bringingIn.set(literal, in[literal] > 0);
            leavingOut.set(literal, out[literal] > 0);
        }
    }

    /** How many pairs there are of these variables, whether they can be or not. */
    static long all(BitSet chosen, PairKind kind) {
        long ordered = (long) chosen.cardinality() * (chosen.cardinality() - 1);
        return kind == PairKind.MIXED ? ordered : 2 * ordered;
    }

    /** How many pairs of literals of different variables the two stand for. */
    long of(int literal, int other) {
        if (literal == other) {
            int size = in[literal] + out[literal];
            return mixedOnly ? (long) in[literal] * out[literal] : (long) size * (size - 1) / 2;
        }
        return mixedOnly
                ? (long) in[literal] * out[other] + (long) out[literal] * in[other]
                : (long) (in[literal] + out[literal]) * (in[other] + out[other]);
    }

    /** The literals with which this one stands for any pair; a copy. */
    BitSet partners(int literal) {
        BitSet partners = new BitSet();
        if (in[literal] > 0 || !mixedOnly && out[literal] > 0) {
            partners.or(leavingOut);
        }
        if (out[literal] > 0 || !mixedOnly && in[literal] > 0) {
            partners.or(bringingIn);
        }
        partners.set(literal, of(literal, literal) > 0);
        partners.clear(literal ^ 1);
        return partners;
    }
}
