package io.whittle.graph.catalog;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The platforms on which a condition holds, out of all that the vocabulary can spell; they are few enough to list. */
final class PlatformSet {
    private static final List<Platform> ALL = Platform.all();
    private static final PlatformSet EVERYWHERE = listed(PlatformCondition.ALWAYS);

    private final BitSet platforms;

    private PlatformSet(BitSet platforms) {
        this.platforms = platforms;
    }

    static PlatformSet of(PlatformCondition condition) {
        return condition == PlatformCondition.ALWAYS ? EVERYWHERE : listed(condition);
    }

    private static PlatformSet listed(PlatformCondition condition) {
        BitSet holds = new BitSet(ALL.size());
        for (int i = 0; i < ALL.size(); i++) {
            holds.set(i, condition.holds(ALL.get(i)));
        }
        return new PlatformSet(holds);
    }

    PlatformSet and(PlatformSet other) {
        BitSet both = (BitSet) platforms.clone();
        both.and(other.platforms);
        return new PlatformSet(both);
    }

    PlatformSet or(PlatformSet other) {
        BitSet either = (BitSet) platforms.clone();
        either.or(other.platforms);
        return new PlatformSet(either);
    }

    /** A platform in this set; the first in the vocabulary's order. */
    Optional<Platform> any() {
        return platforms.isEmpty() ? Optional.empty() : Optional.of(ALL.get(platforms.nextSetBit(0)));
    }
}
