package io.whittle.assembler.probe;

import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.matrix.PairRows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many pairs of features, one in and one out, rows have met.
 *
 * @param features features of which pairs are made
 * @param pairs pairs there are
 * @param feasible pairs that can be
 * @param met pairs that a row met that was run
 * @param missed the first of those that none met, by name
 */
public record Coverage(int features, long pairs, long feasible, long met, List<MixedPair> missed) {
    /** So many missed pairs are named. */
    public static final int NAMED = 5;

    /** Copies the pairs. */
    public Coverage {
        missed = List.copyOf(missed);
    }

    /** Counts what the rows meet that were run. Quadratic in the features, times the rows. */
    public static Coverage of(PairRows rows, Collection<PairRow> run) {
        Set<MixedPair> bound = new HashSet<>(rows.bound());
        List<MixedPair> missed = new ArrayList<>();
        long met = 0;
        for (String in : rows.features()) {
            for (String out : rows.features()) {
                MixedPair pair = new MixedPair(in, out);
                if (in.equals(out) || bound.contains(pair)) {
                    continue;
                }
                if (run.stream().anyMatch(row -> row.meets(pair))) {
                    met++;
                } else if (missed.size() < NAMED) {
                    missed.add(pair);
                }
            }
        }
        return new Coverage(rows.features().size(), rows.pairs(), rows.feasible(), met, missed);
    }

    /** How many pairs that can be no row met. */
    public long notMet() {
        return feasible - met;
    }
}
