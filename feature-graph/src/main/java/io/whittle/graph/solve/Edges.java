package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Directed edges between numbered nodes, packed: the edges of a node are numbered one after the other.
 *
 * @param <S> what the catalogue says of an edge
 */
public final class Edges<S> {
    private final int[] begins;
    private final int[] origins;
    private final int[] targets;
    private final List<S> sources;

    private Edges(int[] begins, int[] origins, int[] targets, List<S> sources) {
        this.begins = begins;
        this.origins = origins;
        this.targets = targets;
        this.sources = sources;
    }

    /** How many edges there are; they are numbered from 0. */
    public int size() {
        return targets.length;
    }

    /** The first edge of a node. */
    public int begin(int node) {
        return begins[node];
    }

    /** The edge after the last edge of a node. */
    public int end(int node) {
        return begins[node + 1];
    }

    /** Where an edge begins. */
    public int origin(int edge) {
        return origins[edge];
    }

    /** Where an edge ends. */
    public int target(int edge) {
        return targets[edge];
    }

    /** What the catalogue says of an edge. */
    public S source(int edge) {
        return sources.get(edge);
    }

    /** The targets of a node's edges, in their order. */
    public int[] targetsOf(int node) {
        return Arrays.copyOfRange(targets, begins[node], begins[node + 1]);
    }

    /**
     * The same edges by their targets: edge {@code i} of the result leads from a target to an origin, and its source is the
     * number of the edge it was made of. Linear.
     *
     * @param nodes how many nodes the targets are numbered in
     */
    Edges<Integer> reversed(int nodes) {
        Builder<Integer> reversed = new Builder<>(nodes);
        for (int edge = 0; edge < targets.length; edge++) {
            reversed.add(targets[edge], origins[edge], edge);
        }
        return reversed.build();
    }

    /** Collects edges in any order of their origins. */
    static final class Builder<S> {
        private final int nodes;
        private final List<S> sources = new ArrayList<>();
        private int[] origins = new int[16];
        private int[] targets = new int[16];

        Builder(int nodes) {
            this.nodes = nodes;
        }

        void add(int origin, int target, S source) {
            int edge = sources.size();
            if (edge == origins.length) {
                origins = Arrays.copyOf(origins, edge * 2);
                targets = Arrays.copyOf(targets, edge * 2);
            }
            origins[edge] = origin;
            targets[edge] = target;
            sources.add(source);
        }

        /** The edges of each node by their targets, so that nothing depends on the order of the file; of two alike the first. */
        Edges<S> buildByTarget() {
            Builder<S> sorted = new Builder<>(nodes);
            IntStream.range(0, sources.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(edge -> targets[edge]))
                    .forEach(edge -> sorted.add(origins[edge], targets[edge], sources.get(edge)));
            return sorted.build();
        }

        /** The edges of each node in the order in which they were added: a counting sort by origin. */
        Edges<S> build() {
            int size = sources.size();
            int[] begins = new int[nodes + 1];
            for (int edge = 0; edge < size; edge++) {
                begins[origins[edge] + 1]++;
            }
            for (int node = 0; node < nodes; node++) {
                begins[node + 1] += begins[node];
            }
            int[] next = begins.clone();
            int[] sortedOrigins = new int[size];
            int[] sortedTargets = new int[size];
            List<S> sortedSources = new ArrayList<>(sources);
            for (int edge = 0; edge < size; edge++) {
                int at = next[origins[edge]]++;
                sortedOrigins[at] = origins[edge];
                sortedTargets[at] = targets[edge];
                sortedSources.set(at, sources.get(edge));
            }
            return new Edges<>(begins, sortedOrigins, sortedTargets, sortedSources);
        }
    }
}
