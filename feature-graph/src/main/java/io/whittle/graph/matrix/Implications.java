package io.whittle.graph.matrix;

import java.util.BitSet;

/**
 * Which literals cannot hold together, as far as is known, closed over what follows: where one implies another, it is also
 * without all that the other is without.
 *
 * <p>A literal is twice the number of its variable, and one more where it is negated.
 */
final class Implications {
    private final BitSet[] without;

    private Implications(int literals) {
        without = new BitSet[literals];
        for (int literal = 0; literal < literals; literal++) {
            without[literal] = new BitSet(literals);
            without[literal].set(literal ^ 1);
        }
    }

    /**
     * Assumes each literal in turn and keeps what follows by propagation: so many times linear in the clauses, and cubic, in words
     * of 64, in the literals.
     */
    static Implications of(Propagator propagator, int literals) {
        Implications found = new Implications(literals);
        int mark = propagator.size();
        for (int literal = 0; literal < literals; literal++) {
            if (propagator.isOpen(literal)) {
                propagator.assume(literal);
                for (int held = mark; held < propagator.size(); held++) {
                    found.exclude(literal, propagator.held(held) ^ 1);
                }
                propagator.takeBack(mark);
            } else if (!propagator.holds(literal)) {
                for (int other = 0; other < literals; other++) {
                    found.exclude(literal, other);
                }
            }
        }
        found.close();
        return found;
    }

    /** The literals that are known not to hold with this one; not to be changed. */
    BitSet without(int literal) {
        return without[literal];
    }

    boolean excludes(int literal, int other) {
        return without[literal].get(other);
    }

    /** Whether the one is known to bring the other. */
    boolean implies(int literal, int other) {
        return without[literal].get(other ^ 1);
    }

    /**
     * Learns that two cannot hold together: so neither can any two that imply them. Quadratic, in words of 64.
     *
     * @return the literals of which more is known now
     */
    BitSet forbid(int literal, int other) {
        // What implies a literal is what is without its negation.
        BitSet left = (BitSet) without[literal ^ 1].clone();
        BitSet right = (BitSet) without[other ^ 1].clone();
        for (int one = left.nextSetBit(0); one >= 0; one = left.nextSetBit(one + 1)) {
            without[one].or(right);
        }
        for (int one = right.nextSetBit(0); one >= 0; one = right.nextSetBit(one + 1)) {
            without[one].or(left);
        }
        left.or(right);
        return left;
    }

    private void exclude(int literal, int other) {
        without[literal].set(other);
        without[other].set(literal);
    }

    private void close() {
        for (int between = 0; between < without.length; between++) {
            BitSet reached = without[between];
            BitSet reaching = (BitSet) without[between ^ 1].clone();
            for (int one = reaching.nextSetBit(0); one >= 0; one = reaching.nextSetBit(one + 1)) {
                without[one].or(reached);
            }
        }
    }
}
