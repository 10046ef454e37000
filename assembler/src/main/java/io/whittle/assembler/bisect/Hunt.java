package io.whittle.assembler.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The search for what heals, once the image is known to fail and the superset to pass. */
final class Hunt {
    /** Up to so many are left out one by one. */
    private static final int FEW = 10;

    private final Lattice<?> lattice;
    private final Trials trials;
    private final BitSet suspects;
    private final int answers;
    private final Proof proof;
    private final PrefixSearch prefixes;
    private final OneByOne oneByOne;

    /** @param suspects a closed set */
    Hunt(Lattice<?> lattice, Trials trials, BitSet suspects, int answers, Proof proof) {
        this.lattice = lattice;
        this.trials = trials;
        this.suspects = suspects;
        this.answers = answers;
        this.proof = proof;
        int proofs = (answers > 1 ? 1 : 0) + (proof == Proof.SEEN ? 1 : 0);
        this.prefixes = new PrefixSearch(lattice, trials, answers > 1, proofs);
        this.oneByOne = new OneByOne(lattice, trials);
    }

    Hunted hunt() {
        while (true) {
            try {
                return huntOnce();
            } catch (RevisedException passesAfterAll) {
                // What is known by now is not run again, so that this ends as soon as no verdict changes any more.
                continue;
            } catch (ClashException clash) {
                return new ClashHunt(lattice, trials).hunt(clash, beyond());
            }
        }
    }

    private Hunted huntOnce() {
        BitSet everything = lattice.everything();
        BitSet within = beyond() ? everything : suspects;
        BitSet first = proven(smallest(within, suspects, everything));
        OtherAnswers others =
                new OtherAnswers(lattice, trials, answers, (rest, known) -> proven(smallest(rest, known, rest)));
        boolean all = others.search(first, everything);
        List<BitSet> smallestFirst = others.found();
        return new Hunted(smallestFirst, all, beyond(), unproven(smallestFirst.get(0)), Optional.empty());
    }

    private boolean beyond() {
        trials.expect(suspects.cardinality(), suspects.cardinality());
        return !trials.passes(suspects);
    }

    /**
     * @param likely a closed set in which the answer, or most of it, is looked for first
     * @param whole the closed set from which others may stand in
     */
    private BitSet smallest(BitSet within, BitSet likely, BitSet whole) {
        if (within.cardinality() <= FEW) {
            return oneByOne.smallest(within);
        }
        List<Integer> order = new ArrayList<>();
        within.stream().filter(likely::get).forEach(order::add);
        within.stream().filter(unit -> !likely.get(unit)).forEach(order::add);
        return prefixes.smallest(order, whole);
    }

    /** The check is run without each culprit; where it passes although that was not to be expected, the culprit is dropped. */
    private BitSet proven(BitSet passing) {
        for (int culprit : lattice.asked(passing)) {
            BitSet rest = lattice.without(passing, culprit);
            trials.expect(0, lattice.asked(passing).length);
            Verdict verdict = proof == Proof.SEEN ? trials.run(rest) : trials.verdict(rest);
            if (verdict == Verdict.PASS) {
                return proven(oneByOne.smallest(rest));
            }
        }
        return passing;
    }

    private List<Integer> unproven(BitSet answer) {
        List<Integer> unproven = new ArrayList<>();
        for (int culprit : lattice.asked(answer)) {
            if (!trials.fails(lattice.without(answer, culprit))) {
                unproven.add(culprit);
            }
        }
        return List.copyOf(unproven);
    }
}
