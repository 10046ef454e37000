package io.whittle.graph.resolve;

import org.jgrapht.Graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some features reach in a graph, each with the last edge of a shortest way to it.
 *
 * <p>Breadth first, one level after the other, each level by name: of several shortest ways the one is kept whose last
 * feature but one is first by name, whatever the order in which the graph holds its edges.
 *
 * @param starts where the ways begin
 * @param last by feature, without the starts: the last edge of the way to it
 */
record Reach(SortedSet<String> starts, Map<String, Requirement> last) {

    /** Linear in the part of the graph that is reached, but for the sorting of each level. */
    static Reach in(Graph<String, Requirement> graph, Collection<String> starts) {
        SortedSet<String> level = new TreeSet<>(starts);
        Reach reach = new Reach(new TreeSet<>(starts), new TreeMap<>());
        while (!level.isEmpty()) {
            SortedSet<String> next = new TreeSet<>();
            for (String feature : level) {
                for (Requirement edge : graph.outgoingEdgesOf(feature)) {
                    String target = graph.getEdgeTarget(edge);
                    if (!reach.holds(target)) {
                        reach.last.put(target, edge);
                        next.add(target);
                    }
                }
            }
            level = next;
        }
        return reach;
    }

    boolean holds(String feature) {
        return starts.contains(feature) || last.containsKey(feature);
    }

    /** The starts and all they reach. */
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(starts);
        all.addAll(last.keySet());
        return all;
    }

    /** For ways along the edges: the edges from a start to the feature. */
    List<Requirement> chainTo(String feature) {
        List<Requirement> chain = new ArrayList<>();
        for (Requirement edge = last.get(feature); edge != null; edge = last.get(edge.feature())) {
            chain.add(edge);
        }
        Collections.reverse(chain);
        return chain;
    }

    /** For ways against the edges: the edges from the feature to a start. */
    List<Requirement> chainFrom(String feature) {
        List<Requirement> chain = new ArrayList<>();
        for (Requirement edge = last.get(feature); edge != null; edge = last.get(edge.required())) {
            chain.add(edge);
        }
        return chain;
    }

    /** For ways against the edges: the start to which the edges from the feature lead. */
    String startBehind(String feature) {
        String at = feature;
        while (last.containsKey(at)) {
            at = last.get(at).required();
        }
        return at;
    }
}
