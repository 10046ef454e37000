package io.whittle.assembler.bisect;

import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Leaves out one unit after the other, dependents first, and keeps it out where the rest still passes. Takes a run a unit, and is the
 * fewest runs for a handful.
 */
final class OneByOne {
    private final Lattice<?> lattice;
    private final Trials trials;

    OneByOne(Lattice<?> lattice, Trials trials) {
        this.lattice = lattice;
        this.trials = trials;
    }

    /** A closed set within a passing one that passes, and of which nothing more can be left out. */
    BitSet smallest(BitSet passing) {
        return smallest(passing, trials::passes);
    }

    /** A closed set within this one that is as wanted, and of which nothing more can be left out. */
    BitSet smallest(BitSet closed, Predicate<BitSet> wanted) {
        BitSet left = (BitSet) closed.clone();
        BitSet before;
        do {
            before = (BitSet) left.clone();
            for (int unit = left.length() - 1; unit >= 0; unit = left.previousSetBit(unit - 1)) {
                trials.expect(unit + 1, unit + 1);
                if (left.get(unit) && lattice.isAsked(left, unit)) {
                    left.clear(unit);
                    if (!wanted.test((BitSet) left.clone())) {
                        left.set(unit);
                    }
                }
            }
        } while (!before.equals(left));
        return left;
    }
}
