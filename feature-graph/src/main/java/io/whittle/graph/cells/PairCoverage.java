package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.MixedPair;

import java.util.List;
import java.util.Locale;

/**
 * How many pairs of public features, the one in and the other out, the cells of a platform meet.
 *
 * @param platform the cells'
 * @param features how many can be in, and can be out
 * @param pairs how many pairs of these there are
 * @param feasible how many of them can be
 * @param met how many of those are
 * @param firstMissed the first that can be and are not met, by name
 */
public record PairCoverage(
        Platform platform, int features, long pairs, long feasible, long met, List<MixedPair> firstMissed) {
    public PairCoverage {
        firstMissed = List.copyOf(firstMissed);
    }

    /** Whether every pair that can be is met. */
    public boolean whole() {
        return met == feasible;
    }

    /** Of those that can be; rounded down, so that 100.0 is said of all alone. */
    public String percent() {
        long tenths = feasible == 0 ? 1000 : 1000 * met / feasible;
        return String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
