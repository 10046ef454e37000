package io.whittle.assembler.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where the end of the shortest passing prefix is looked for.
 *
 * @param kept what is in every set that is tried: the culprits found, and what they require; not to be changed
 * @param rest the sequence whose prefixes are tried
 * @param all how long the sequence was at first
 * @param culprits how many were found
 * @param fails the length of a prefix that is known to fail; -1 if none is
 * @param passes the length of a longer one that passes
 */
record Interval(BitSet kept, List<Integer> rest, int all, int culprits, int fails, int passes) {
    /** All of a sequence that passes, while without it the check fails. */
    static Interval of(List<Integer> order) {
        return new Interval(new BitSet(), order, order.size(), 0, 0, order.size());
    }

    int length() {
        return passes - fails;
    }

    int split() {
        return new Split(all, culprits, rest.size()).between(fails, passes);
    }

    BitSet prefix(int length) {
        BitSet set = (BitSet) kept.clone();
        rest.subList(0, length).forEach(set::set);
        return set;
    }

    int last(int length) {
        return rest.get(length - 1);
    }

    Interval passing(int length) {
        return new Interval(kept, rest, all, culprits, fails, length);
    }

    Interval failing(int length) {
        return new Interval(kept, rest, all, culprits, length, passes);
    }

    /** What is left to search once the last of a prefix is known to be a culprit, and the prefix to pass. */
    Interval keeping(int length, Lattice<?> lattice) {
        BitSet more = Sets.union(kept, lattice.down(last(length)));
        List<Integer> left = new ArrayList<>(rest.subList(0, length - 1));
        left.removeIf(more::get);
        return new Interval(more, left, all, culprits + 1, -1, left.size());
    }
}
