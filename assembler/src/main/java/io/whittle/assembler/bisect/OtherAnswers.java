package io.whittle.assembler.bisect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Finds what may stand in for a culprit: the check is run without it and with everything else. Where it passes there is another answer,
 * each culprit of which is left out in its turn. Takes a run a culprit where nothing stands in for any.
 *
 * <p>This is the tree of R. Reiter, "A Theory of Diagnosis from First Principles" (1987), breadth first.
 */
final class OtherAnswers {
    /** So many sets an answer may turn out to hold none, so that a check with very many ways to pass is given up on. */
    private static final int VAIN = 16;

    private final Lattice<?> lattice;
    private final Trials trials;
    private final int most;
    private final BinaryOperator<BitSet> search;
    private final List<BitSet> found = new ArrayList<>();

    /**
     * @param most how many answers are enough
     * @param search finds an answer in a passing set, given a set in which most of it is likely to be
     */
    OtherAnswers(Lattice<?> lattice, Trials trials, int most, BinaryOperator<BitSet> search) {
        this.lattice = lattice;
        this.trials = trials;
        this.most = most;
        this.search = search;
    }

    /** Starts from one answer; true if in the end no other is left to be found. */
    boolean search(BitSet first, BitSet everything) {
        found.add(first);
        Deque<BitSet> open = new ArrayDeque<>(List.of(everything));
        Set<BitSet> looked = new HashSet<>(open);
        int vain = 0;
        while (!open.isEmpty() && most > 1) {
            BitSet rest = open.poll();
            trials.expect(0, open.size() + 1);
            if (!trials.passes(rest)) {
                if (++vain > VAIN * most) {
                    return false;
                }
                continue;
            }
            BitSet answer = known(rest);
            if (answer == null) {
                if (found.size() == most) {
                    return false;
                }
                answer = search.apply(rest, Sets.both(first, rest));
                found.add(answer);
            }
            for (int culprit : lattice.asked(answer)) {
                BitSet without = lattice.without(rest, culprit);
                if (looked.add(without)) {
                    open.add(without);
                }
            }
        }
        return most > 1;
    }

    /** The answers, the one first that adds least to the image; then the one with the fewest to ask for; then in order. */
    List<BitSet> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality)
                        .thenComparingInt(answer -> lattice.asked(answer).length)
                        .thenComparing(BitSet::toString))
                .toList();
    }

    private BitSet known(BitSet rest) {
        return found.stream()
                .filter(answer -> Sets.within(answer, rest))
                .findFirst()
                .orElse(null);
    }
}
