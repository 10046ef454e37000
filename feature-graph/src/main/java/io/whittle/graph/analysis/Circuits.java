package io.whittle.graph.analysis;

import io.whittle.graph.solve.Circles;
import io.whittle.graph.solve.Edges;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Shows for each group of features that require one another a shortest circle through the first of them. */
final class Circuits {
    private Circuits() {}

    static void observe(PlatformFacts kind, Gathering gathering) {
        PlatformGraph graph = kind.graph();
        for (BitSet group : groups(graph)) {
            List<String> names = group.stream().mapToObj(graph::feature).toList();
            gathering.add(new EdgeObservation.Circle(names, circle(graph, group)), kind.platforms());
        }
    }

    static List<BitSet> groups(PlatformGraph graph) {
        BitSet all = new BitSet();
        all.set(0, graph.features());
        return Circles.in(graph, all);
    }

    /** Breadth first from the first of the group back to it. */
    private static List<Via> circle(PlatformGraph graph, BitSet group) {
        Edges<?> requires = graph.requires();
        int first = group.nextSetBit(0);
        int[] cameBy = new int[graph.features()];
        BitSet reached = new BitSet();
        List<Integer> queue = new ArrayList<>(List.of(first));
        for (int next = 0; ; next++) {
            int node = queue.get(next);
            for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
                int target = requires.target(edge);
                if (target == first) {
                    return chain(graph, cameBy, edge, first);
                }
                if (group.get(target) && !reached.get(target)) {
                    reached.set(target);
                    cameBy[target] = edge;
                    queue.add(target);
                }
            }
        }
    }

    private static List<Via> chain(PlatformGraph graph, int[] cameBy, int last, int first) {
        Chains chains = new Chains(graph);
        List<Via> chain = new ArrayList<>(List.of(chains.requirement(last)));
        for (int node = graph.requires().origin(last); node != first; ) {
            chain.add(chains.requirement(cameBy[node]));
            node = graph.requires().origin(cameBy[node]);
        }
        Collections.reverse(chain);
        return chain;
    }
}
