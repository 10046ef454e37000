package io.whittle.graph.solve;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
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
        int[] begins = begins(targets, targets.length, nodes);
        int[] next = begins.clone();
        int[] sortedOrigins = new int[targets.length];
        int[] sortedTargets = new int[targets.length];
        int[] numbers = new int[targets.length];
        for (int edge = 0; edge < targets.length; edge++) {
            int at = next[targets[edge]]++;
            sortedOrigins[at] = targets[edge];
            sortedTargets[at] = origins[edge];
            numbers[at] = edge;
        }
        return new Edges<>(begins, sortedOrigins, sortedTargets, new Numbers(numbers));
    }

    /** By key, and once more at the end: how many edges have a smaller one. */
    private static int[] begins(int[] keys, int edges, int count) {
        int[] begins = new int[count + 1];
        for (int edge = 0; edge < edges; edge++) {
            begins[keys[edge] + 1]++;
        }
        for (int key = 0; key < count; key++) {
            begins[key + 1] += begins[key];
        }
        return begins;
    }

    /** Numbers that become objects only where they are asked for: few of them ever are. */
    private static final class Numbers extends AbstractList<Integer> {
        private final int[] numbers;

        Numbers(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public Integer get(int index) {
            return numbers[index];
        }

        @Override
        public int size() {
            return numbers.length;
        }
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

        /**
         * The edges of each node by their targets, so that nothing depends on the order of the file; of two alike the first.
         *
         * @param ends how many nodes the targets are numbered in
         */
        Edges<S> buildByTarget(int ends) {
            int[] next = begins(targets, sources.size(), ends);
            int[] order = new int[sources.size()];
            for (int edge = 0; edge < order.length; edge++) {
                order[next[targets[edge]]++] = edge;
            }
            return build(order);
        }

        /** The edges of each node in the order in which they were added. */
        Edges<S> build() {
            return build(IntStream.range(0, sources.size()).toArray());
        }

        // Both are counting sorts, which leave what is equal in the order they found: sorting by comparison took most
        // of compiling
        // a dense graph.
        private Edges<S> build(int[] order) {
            int size = order.length;
            int[] begins = begins(origins, size, nodes);
            int[] next = begins.clone();
            int[] sortedOrigins = new int[size];
            int[] sortedTargets = new int[size];
            List<S> sortedSources = new ArrayList<>(sources);
            for (int edge : order) {
                int at = next[origins[edge]]++;
                sortedOrigins[at] = origins[edge];
                sortedTargets[at] = targets[edge];
                sortedSources.set(at, sources.get(edge));
            }
            return new Edges<>(begins, sortedOrigins, sortedTargets, sortedSources);
        }
    }
}
