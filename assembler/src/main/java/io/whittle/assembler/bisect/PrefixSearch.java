package io.whittle.assembler.bisect;

import java.util.BitSet;
import java.util.List;

/**
 * Finds a smallest passing set within a sequence sorted dependencies first: the last of the shortest prefix that passes is a culprit; it
 * is kept, and the search goes on in what stands before it, until what was kept passes. Each takes about as many runs as the sequence has
 * binary digits. The prefix that failed before a culprit holds the whole answer but that culprit, so that the answer is minimal needs no
 * further run.
 *
 * <p>Where it will be asked whether anything may stand in for a culprit, that is asked of the last few in question right away:
 * without this one and with everything else, does it pass? If not, it is the culprit, and the question is answered. If so, it is taken to be
 * none; something that stands in for it may deceive there, which shows with the first prefix that ought to pass and does not.
 *
 * <p>See U. Junker, "QuickXplain" (AAAI 2004), for the kin of this search.
 */
final class PrefixSearch {
    /** Among so many, leaving out one by one takes no more runs than halving. */
    private static final int FEW = 4;

    private final Lattice<?> lattice;
    private final Trials trials;
    private final int proofs;
    private final boolean others;

    /**
     * @param others whether it will be asked what may stand in for each culprit
     * @param proofs how many runs each culprit takes once it is found, for whoever watches
     */
    PrefixSearch(Lattice<?> lattice, Trials trials, boolean others, int proofs) {
        this.lattice = lattice;
        this.trials = trials;
        this.others = others;
        this.proofs = proofs;
    }

    /**
     * @param order units, each after those it requires; passes as a whole, while the image without them fails
     * @param within the closed set in which others may stand in for a culprit; holds the order
     * @return a closed set that passes, of which no smaller closed set does
     */
    BitSet smallest(List<Integer> order, BitSet within) {
        Interval open = Interval.of(order);
        Interval ifWrong = null;
        while (true) {
            Interval narrow = halve(open, others ? FEW : 1);
            boolean taken = ifWrong != null && narrow.passes() == open.passes();
            if (taken && !trials.passes(narrow.prefix(narrow.passes()))) {
                narrow = halve(ifWrong, 1);
            }
            if (narrow.passes() == 0) {
                return narrow.kept();
            }
            int culprit = lastNeeded(narrow, within);
            ifWrong = culprit < narrow.passes() ? narrow : null;
            open = narrow.keeping(culprit, lattice);
        }
    }

    private Interval halve(Interval open, int few) {
        Interval narrow = open;
        while (narrow.length() > 1 && (narrow.fails() < 0 || narrow.length() > few)) {
            int cut = narrow.split();
            expect(narrow);
            narrow = trials.passes(narrow.prefix(cut)) ? narrow.passing(cut) : narrow.failing(cut);
        }
        return narrow;
    }

    /** How long the prefix is that ends with the culprit; that it passes is not certain unless it is all of the interval. */
    private int lastNeeded(Interval narrow, BitSet within) {
        int last = narrow.passes();
        expect(narrow);
        while (last - narrow.fails() > 1 && trials.passes(lattice.without(within, narrow.last(last)))) {
            last--;
        }
        return last;
    }

    private void expect(Interval open) {
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(open.length());
        trials.expect(open.passes(), digits + 1 + proofs * (open.culprits() + 1));
    }
}
