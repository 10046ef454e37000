package io.whittle.graph.solve;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of nodes that grows, always closed over requirements and choices, and knows which needs are open. What was added last
 * can be taken back.
 */
final class Growth {
    private final PlatformGraph graph;
    private final int[] chosen;
    private final BitSet banned;
    private final BitSet in = new BitSet();
    private final int[] providersIn;
    private final int[] needersIn;
    private final BitSet open = new BitSet();
    private int[] trail = new int[16];
    private int size;

    /**
     * An empty set.
     *
     * @param banned what may not come in
     * @param chosen by capability: the provider that a need of it brings in, or -1
     */
    Growth(PlatformGraph graph, BitSet banned, int[] chosen) {
        this.graph = graph;
        this.banned = banned;
        this.chosen = chosen;
        this.providersIn = new int[graph.capabilities()];
        this.needersIn = new int[graph.capabilities()];
    }

    /** What is in; not a copy. */
    BitSet in() {
        return in;
    }

    /** By capability: how many of its providers are in; not a copy. */
    int[] providersIn() {
        return providersIn;
    }

    /** The needed capability without a provider that is first by name, or -1. */
    int open() {
        return open.nextSetBit(0);
    }

    /** How many nodes are in: to where {@link #takeBack} can go. */
    int size() {
        return size;
    }

    /** Adds all of these and what they bring; false, with some of it added, when that clashes. */
    boolean addAll(BitSet nodes) {
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            if (!add(node)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds a node and what it brings; false, with some of it added, when something banned comes in, or a conflict, or a second
     * provider of an exclusive capability. Linear in what is added.
     */
    boolean add(int node) {
        if (in.get(node)) {
            return true;
        }
        int next = size;
        push(node);
        while (next < size) {
            if (!bring(trail[next++])) {
                return false;
            }
        }
        return true;
    }

    /** Takes back what was added since there were this many. */
    void takeBack(int mark) {
        while (size > mark) {
            int node = trail[--size];
            in.clear(node);
            Edges<?> needs = graph.needs();
            for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
                int capability = needs.target(edge);
                needersIn[capability]--;
                judge(capability);
            }
            if (node < graph.features()) {
                Edges<Integer> provides = graph.provides();
                for (int edge = provides.begin(node), end = provides.end(node); edge < end; edge++) {
                    providersIn[provides.target(edge)]--;
                    judge(provides.target(edge));
                }
            }
        }
    }

    private void push(int node) {
        if (size == trail.length) {
            trail = Arrays.copyOf(trail, size * 2);
        }
        trail[size++] = node;
        in.set(node);
        // Counted here and not when it is looked at, so that taking back is the mirror of this.
        Edges<?> needs = graph.needs();
        for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
            needersIn[needs.target(edge)]++;
            judge(needs.target(edge));
        }
        if (node < graph.features()) {
            Edges<Integer> provides = graph.provides();
            for (int edge = provides.begin(node), end = provides.end(node); edge < end; edge++) {
                providersIn[provides.target(edge)]++;
                judge(provides.target(edge));
            }
        }
    }

    private boolean bring(int node) {
        Edges<?> requires = graph.requires();
        for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
            pushNew(requires.target(edge));
        }
        Edges<?> needs = graph.needs();
        for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
            int provider = chosen[needs.target(edge)];
            if (provider >= 0) {
                pushNew(provider);
            }
        }
        return node == graph.base() || !clashes(node);
    }

    private void pushNew(int node) {
        if (!in.get(node)) {
            push(node);
        }
    }

    private boolean clashes(int feature) {
        if (banned.get(feature)) {
            return true;
        }
        Edges<?> conflicts = graph.conflicts();
        for (int edge = conflicts.begin(feature), end = conflicts.end(feature); edge < end; edge++) {
            if (in.get(conflicts.target(edge))) {
                return true;
            }
        }
        Edges<Integer> provides = graph.provides();
        for (int edge = provides.begin(feature), end = provides.end(feature); edge < end; edge++) {
            int capability = provides.target(edge);
            if (providersIn[capability] > 1 && graph.isExclusive(capability)) {
                return true;
            }
        }
        return false;
    }

    private void judge(int capability) {
        open.set(capability, needersIn[capability] > 0 && providersIn[capability] == 0);
    }
}
