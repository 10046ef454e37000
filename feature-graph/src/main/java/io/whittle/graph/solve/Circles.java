package io.whittle.graph.solve;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds features that require one another in a circle. */
public final class Circles {
    private Circles() {}

    /**
     * The groups of features, within the given ones, that require one another in a circle; by their first. Strongly connected
     * components after Kosaraju and Sharir, of what is left when everything that requires nothing that is left is taken away:
     * linear, and without recursion.
     */
    public static List<BitSet> in(PlatformGraph graph, BitSet within) {
        BitSet left = withoutEnds(graph, within);
        if (left.isEmpty()) {
            return List.of();
        }
        Graph<Integer, DefaultEdge> part = new DefaultDirectedGraph<>(DefaultEdge.class);
        left.stream().forEach(part::addVertex);
        left.stream().forEach(feature -> {
            for (int target : graph.requires().targetsOf(feature)) {
                if (left.get(target)) {
                    part.addEdge(feature, target);
                }
            }
        });
        return new KosarajuStrongConnectivityInspector<>(part)
                .stronglyConnectedSets().stream()
                        .filter(group -> group.size() > 1)
                        .map(Circles::bits)
                        .sorted(Comparator.comparingInt(group -> group.nextSetBit(0)))
                        .toList();
    }

    private static BitSet withoutEnds(PlatformGraph graph, BitSet within) {
        BitSet left = (BitSet) within.clone();
        left.clear(graph.base());
        int[] requirements = new int[graph.features()];
        Deque<Integer> ends = new ArrayDeque<>();
        left.stream().forEach(feature -> {
            for (int target : graph.requires().targetsOf(feature)) {
                requirements[feature] += left.get(target) ? 1 : 0;
            }
            if (requirements[feature] == 0) {
                ends.add(feature);
            }
        });
        while (!ends.isEmpty()) {
            int end = ends.remove();
            left.clear(end);
            for (int requirer : graph.requiredBy().targetsOf(end)) {
                if (left.get(requirer) && --requirements[requirer] == 0) {
                    ends.add(requirer);
                }
            }
        }
        return left;
    }

    private static BitSet bits(Set<Integer> group) {
        BitSet bits = new BitSet();
        group.forEach(bits::set);
        return bits;
    }
}
