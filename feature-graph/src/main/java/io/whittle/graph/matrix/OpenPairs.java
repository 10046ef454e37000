package io.whittle.graph.matrix;

import java.util.BitSet;

/** Pairs of literals of atoms that are still to be met in a row, or known not to be. */
final class OpenPairs {
    private final PairWeights weights;
    private final BitSet[] partners;
    private final int[] degrees;
    private long left;

    /** All pairs that stand for any, but for those that are known not to be. */
    OpenPairs(PairWeights weights, Implications implications, int literals) {
        this.weights = weights;
        partners = new BitSet[literals];
        degrees = new int[literals];
        for (int literal = 0; literal < literals; literal++) {
            partners[literal] = weights.partners(literal);
            partners[literal].andNot(implications.without(literal));
            degrees[literal] = partners[literal].cardinality();
            left += weight(literal, partners[literal]);
        }
    }

    /** How many pairs of variables are still to be met. */
    long left() {
        return left;
    }

    /** With whom a literal is still to be met; not to be changed. */
    BitSet of(int literal) {
        return partners[literal];
    }

    /** With how many a literal is still to be met. */
    int degree(int literal) {
        return degrees[literal];
    }

    boolean isOpen(int literal, int other) {
        return partners[literal].get(other);
    }

    /** Each two of these literals have been met. */
    void met(BitSet row) {
        row.stream().forEach(literal -> close(literal, row));
    }

    /** What is known not to be with these literals needs not be met. */
    void ruledOut(BitSet literals, Implications implications) {
        literals.stream().forEach(literal -> close(literal, implications.without(literal)));
    }

    private void close(int literal, BitSet others) {
        if (partners[literal].intersects(others)) {
            BitSet closed = (BitSet) partners[literal].clone();
            closed.and(others);
            left -= weight(literal, closed);
            partners[literal].andNot(others);
            degrees[literal] = partners[literal].cardinality();
        }
    }

    // Each pair is seen from either side, and counts once.
    private long weight(int literal, BitSet others) {
        long weight = 0;
        for (int other = others.nextSetBit(literal); other >= 0; other = others.nextSetBit(other + 1)) {
            weight += weights.of(literal, other);
        }
        return weight;
    }

    /** The literal that is still to be met with most, the first of several; -1 when there is none. */
    int busiest() {
        int busiest = -1;
        for (int literal = 0; literal < degrees.length; literal++) {
            if (degrees[literal] > (busiest < 0 ? 0 : degrees[busiest])) {
                busiest = literal;
            }
        }
        return busiest;
    }

    /** Of those with whom this literal is still to be met, the one that is to be met with most. */
    int busiestPartner(int literal) {
        int busiest = -1;
        BitSet others = partners[literal];
        for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
            if (busiest < 0 || degrees[other] > degrees[busiest]) {
                busiest = other;
            }
        }
        return busiest;
    }
}
