package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * What some nodes bring in over requirements, and over needs whose provider is given; each with the last link of a shortest
 * chain to it.
 *
 * <p>Breadth first, one level after the other, each level by number: of several shortest chains the one is kept whose last
 * node but one is first by name. Linear in the part of the graph that is reached.
 */
public final class Closure {
    // An array is full of it when it is new: filling takes as long as closing what brings in little.
    private static final int START = 0;

    private final PlatformGraph graph;
    private final BitSet members;
    private final int[] links;

    private Closure(PlatformGraph graph, BitSet members, int[] links) {
        this.graph = graph;
        this.members = members;
        this.links = links;
    }

    /**
     * Closes over requirements, and over needs of capabilities that have a provider here.
     *
     * @param provider by capability: who is brought in by a need of it, or -1
     */
    public static Closure of(PlatformGraph graph, BitSet starts, int[] provider) {
        return beyond(graph, new BitSet(), starts, provider);
    }

    /**
     * Closes what is brought in beside something that is closed already.
     *
     * @param known what is in and is not looked at again
     */
    public static Closure beyond(PlatformGraph graph, BitSet known, BitSet starts, int[] provider) {
        BitSet members = (BitSet) starts.clone();
        members.or(known);
        int[] links = new int[graph.nodes()];
        Edges<?> requires = graph.requires();
        Edges<?> needs = graph.needs();
        int requirements = requires.size();
        boolean hasNeeds = needs.size() > 0;
        BitSet level = (BitSet) starts.clone();
        BitSet next = new BitSet(graph.nodes());
        // Levels can be as many as there are nodes: what is not in one must not be walked over.
        int first = Math.max(0, level.nextSetBit(0));
        while (!level.isEmpty()) {
            int firstOfNext = Integer.MAX_VALUE;
            for (int node = level.nextSetBit(first); node >= 0; node = level.nextSetBit(node + 1)) {
                for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
                    int target = requires.target(edge);
                    if (!members.get(target)) {
                        members.set(target);
                        links[target] = edge + 1;
                        next.set(target);
                        firstOfNext = Math.min(firstOfNext, target);
                    }
                }
                if (hasNeeds) {
                    for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
                        int target = provider[needs.target(edge)];
                        if (target >= 0 && !members.get(target)) {
                            members.set(target);
                            links[target] = requirements + edge + 1;
                            next.set(target);
                            firstOfNext = Math.min(firstOfNext, target);
                        }
                    }
                }
            }
            level.clear(first, level.length());
            BitSet empty = level;
            level = next;
            next = empty;
            first = firstOfNext;
        }
        return new Closure(graph, members, links);
    }

    /** Everything that is in; not a copy, and not to be changed. */
    public BitSet members() {
        return members;
    }

    /** Whether a node is in. */
    public boolean holds(int node) {
        return members.get(node);
    }

    /** The last link of the chain to a node; empty where the chain begins. */
    public Link link(int node) {
        if (links[node] == START) {
            return Link.NONE;
        }
        int code = links[node] - 1;
        int requirements = graph.requires().size();
        return code < requirements
                ? new Link(Link.Kind.REQUIREMENT, code, graph.requires().origin(code), node)
                : new Link(Link.Kind.NEED, code - requirements, graph.needs().origin(code - requirements), node);
    }

    /** The chain to a node, from where it begins. Linear in its length. */
    public List<Link> chainTo(int node) {
        List<Link> chain = new ArrayList<>();
        for (Link link = link(node); link.kind() != Link.Kind.NONE; link = link(link.origin())) {
            chain.add(link);
        }
        Collections.reverse(chain);
        return chain;
    }
}
