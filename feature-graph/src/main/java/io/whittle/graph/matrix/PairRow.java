package io.whittle.graph.matrix;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A choice of features to make an image of.
 *
 * @param profile the name of the profile that says it, in {@link PairRows#catalog()}
 * @param include what is asked for; with all of these in, no other public feature comes along
 * @param exclude what is ruled out
 */
public record PairRow(String profile, SortedSet<String> include, SortedSet<String> exclude) {
    public PairRow {
        include = Collections.unmodifiableSortedSet(new TreeSet<>(include));
        exclude = Collections.unmodifiableSortedSet(new TreeSet<>(exclude));
    }

    /** Whether the one feature is in here and the other out. Of features that are always in, or never, none is met. */
    public boolean meets(MixedPair pair) {
        return include.contains(pair.in()) && exclude.contains(pair.out());
    }

    /** How many pairs are met here. */
    public long pairs() {
        return (long) include.size() * exclude.size();
    }
}
