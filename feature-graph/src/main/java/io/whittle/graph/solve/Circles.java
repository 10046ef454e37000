package io.whittle.graph.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds features that require one another in a circle: strongly connected components after Robert Tarjan, Depth-First Search
 * and Linear Graph Algorithms (1972), without recursion.
 */
public final class Circles {
    private static final int DONE = Integer.MAX_VALUE;

    private final Edges<?> requires;
    private final BitSet within;
    /** By feature: the number of its visit, from 1; DONE once its group is known. */
    private final int[] visits;

    /** By feature: the earliest visit that it is known to lead back to. */
    private final int[] earliest;

    /** By feature: the edge to be looked at next. */
    private final int[] next;

    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> ungrouped = new ArrayDeque<>();
    private final List<BitSet> circles = new ArrayList<>();
    private int visited;

    private Circles(PlatformGraph graph, BitSet within) {
        this.requires = graph.requires();
        this.within = within;
        this.visits = new int[graph.features()];
        this.earliest = new int[graph.features()];
        this.next = new int[graph.features()];
    }

    /**
     * The groups of features, within the given ones, that require one another in a circle; by their first. Linear in what they
     * require.
     */
    public static List<BitSet> in(PlatformGraph graph, BitSet within) {
        BitSet features = (BitSet) within.clone();
        features.clear(graph.base());
        Circles search = new Circles(graph, features);
        features.stream().filter(feature -> search.visits[feature] == 0).forEach(search::searchFrom);
        search.circles.sort(Comparator.comparingInt(circle -> circle.nextSetBit(0)));
        return List.copyOf(search.circles);
    }

    private void searchFrom(int feature) {
        visit(feature);
        while (!path.isEmpty()) {
            int last = path.element();
            if (next[last] < requires.end(last)) {
                follow(last, requires.target(next[last]++));
            } else {
                leave(path.pop());
            }
        }
    }

    private void visit(int feature) {
        visits[feature] = ++visited;
        earliest[feature] = visited;
        next[feature] = requires.begin(feature);
        path.push(feature);
        ungrouped.push(feature);
    }

    private void follow(int feature, int required) {
        if (!within.get(required)) {
            return;
        }
        if (visits[required] == 0) {
            visit(required);
        } else {
            earliest[feature] = Math.min(earliest[feature], visits[required]);
        }
    }

    private void leave(int feature) {
        if (earliest[feature] == visits[feature]) {
            group(feature);
        } else {
            // Whoever leads back was come to from another one.
            earliest[path.element()] = Math.min(earliest[path.element()], earliest[feature]);
        }
    }

    /** Everything visited since the feature, and not yet in a group, leads back to it. */
    private void group(int first) {
        if (ungrouped.element() == first) {
            visits[ungrouped.pop()] = DONE;
            return;
        }
        BitSet circle = new BitSet();
        while (!circle.get(first)) {
            int member = ungrouped.pop();
            visits[member] = DONE;
            circle.set(member);
        }
        circles.add(circle);
    }
}
