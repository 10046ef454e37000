package io.whittle.assembler.bisect;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a hunt came to, in numbers of a {@link Lattice}.
 *
 * @param answers closed sets that pass, of which no smaller closed set does; the smallest first
 * @param all whether there are no others
 * @param beyond whether the suspects alone did not heal
 * @param unproven culprits of the first answer without which the check could not be run
 */
record Hunted(List<BitSet> answers, boolean all, boolean beyond, List<Integer> unproven, Optional<Clash> clash) {
    /**
     * @param passing a set that passes
     * @param added what makes it fail
     * @param with what of the passing set has to be there for that
     */
    record Clash(BitSet passing, int[] added, int[] with) {}
}
