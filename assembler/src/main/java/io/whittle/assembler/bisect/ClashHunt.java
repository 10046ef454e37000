package io.whittle.assembler.bisect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What is done once a superset of a passing set fails: nothing follows from anything then, so each set is run. Finds the smallest
 * addition that makes a passing set fail, what of that set has to be there for it, and a set that heals.
 */
final class ClashHunt {
    private final Lattice<?> lattice;
    private final Trials trials;
    private final OneByOne oneByOne;

    ClashHunt(Lattice<?> lattice, Trials trials) {
        this.lattice = lattice;
        this.trials = trials;
        this.oneByOne = new OneByOne(lattice, trials);
    }

    Hunted hunt(ClashException seen, boolean beyond) {
        trials.assumeNothing();
        BitSet passing = seen.passing();
        BitSet healing = oneByOne.smallest(fewest(passing));
        Hunted.Clash clash = clash(passing, seen.failing());
        List<Integer> unproven = Arrays.stream(lattice.asked(healing))
                .filter(culprit -> !trials.fails(lattice.without(healing, culprit)))
                .boxed()
                .toList();
        return new Hunted(List.of(healing), false, beyond, unproven, Optional.of(clash));
    }

    private BitSet fewest(BitSet passing) {
        List<Integer> fewest = Ddmin.smallest(units(passing), part -> trials.passes(lattice.closure(part)));
        return lattice.closure(fewest);
    }

    private Hunted.Clash clash(BitSet passing, BitSet failing) {
        List<Integer> added = Ddmin.smallest(
                units(Sets.minus(failing, passing)), part -> trials.fails(Sets.union(passing, lattice.closure(part))));
        BitSet clashing = oneByOne.smallest(
                Sets.union(passing, lattice.closure(added)),
                set -> trials.fails(set) && Sets.minus(passing, set).isEmpty());
        BitSet blamed = Sets.minus(clashing, passing);
        BitSet kept = oneByOne.smallest(
                passing,
                part -> Sets.within(lattice.closure(units(blamed)), Sets.union(part, blamed))
                        && trials.passes(part)
                        && trials.fails(Sets.union(part, blamed)));
        BitSet together = Sets.union(kept, blamed);
        int[] with = Arrays.stream(lattice.asked(kept))
                .filter(unit -> lattice.isAsked(together, unit))
                .filter(unit -> trials.passes(lattice.without(together, unit)))
                .toArray();
        return new Hunted.Clash(kept, lattice.asked(blamed), with);
    }

    private static List<Integer> units(BitSet set) {
        return set.stream().boxed().toList();
    }
}
