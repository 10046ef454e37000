package io.whittle.assembler.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds a smallest passing set within a sequence sorted dependencies first: the last of the shortest prefix that passes is a culprit; it
 * is kept, and the search goes on in what stands before it, until what was kept passes. Each takes about as many runs as the sequence has
 * binary digits. The prefix that failed before a culprit holds the whole answer but that culprit, so that the answer is minimal needs no
 * further run.
 *
 * <p>See A. Zeller, "Why Programs Fail", and U. Junker, "QuickXplain" (AAAI 2004), for the kin of this search.
 */
final class PrefixSearch {
    private final Lattice<?> lattice;
    private final Trials trials;
    private final int proofs;

    /** @param proofs how many runs each culprit takes once it is found, for whoever watches */
    PrefixSearch(Lattice<?> lattice, Trials trials, int proofs) {
        this.lattice = lattice;
        this.trials = trials;
        this.proofs = proofs;
    }

    /**
     * @param order units, each after those it requires; passes as a whole, while the image without them fails
     * @return a closed set that passes, of which no smaller closed set does
     */
    BitSet smallest(List<Integer> order) {
        BitSet kept = new BitSet();
        List<Integer> rest = order;
        int culprits = 0;
        while (true) {
            Split split = new Split(order.size(), culprits, rest.size());
            int fails = culprits == 0 ? 0 : -1;
            int passes = rest.size();
            while (passes - fails > 1) {
                int cut = split.between(fails, passes);
                trials.expect(passes, digits(passes - Math.max(0, fails)) + 1 + proofs * (culprits + 1));
                if (trials.passes(with(kept, rest.subList(0, cut)))) {
                    passes = cut;
                } else {
                    fails = cut;
                }
            }
            if (passes == 0) {
                return kept;
            }
            kept.or(lattice.down(rest.get(passes - 1)));
            culprits++;
            rest = lacking(kept, rest.subList(0, passes - 1));
        }
    }

    private static BitSet with(BitSet kept, List<Integer> prefix) {
        BitSet set = (BitSet) kept.clone();
        prefix.forEach(set::set);
        return set;
    }

    private static List<Integer> lacking(BitSet kept, List<Integer> prefix) {
        List<Integer> rest = new ArrayList<>(prefix);
        rest.removeIf(kept::get);
        return rest;
    }

    private static int digits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }
}
