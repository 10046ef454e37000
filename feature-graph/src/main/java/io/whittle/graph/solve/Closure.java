package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.Arrays;
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
        Search search = new Search(graph, known, starts);
        Edges<?> requires = graph.requires();
        Edges<?> needs = graph.needs();
        int requirements = requires.size();
        boolean hasNeeds = needs.size() > 0;
        for (int node = search.next(); node >= 0; node = search.next()) {
            for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
                search.reach(requires.target(edge), edge + 1);
            }
            if (hasNeeds) {
                for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
                    int target = provider[needs.target(edge)];
                    if (target >= 0) {
                        search.reach(target, requirements + edge + 1);
                    }
                }
            }
        }
        return new Closure(graph, BitSet.valueOf(search.seen), search.links);
    }

    /**
     * The nodes level by level, each level by number. Sets are kept as bits in words: thousands of nodes are walked over in
     * microseconds, and of a level only the words between its first and its last node.
     */
    private static final class Search {
        private final long[] seen;
        private final int[] links;
        private long[] level;
        private long[] deeper;
        private long word;
        private int at;
        private int last;
        private int firstDeeper = Integer.MAX_VALUE;
        private int lastDeeper = -1;

        Search(PlatformGraph graph, BitSet known, BitSet starts) {
            int words = (graph.nodes() + Long.SIZE - 1) / Long.SIZE;
            BitSet all = (BitSet) starts.clone();
            all.or(known);
            seen = Arrays.copyOf(all.toLongArray(), words);
            links = new int[graph.nodes()];
            level = Arrays.copyOf(starts.toLongArray(), words);
            deeper = new long[words];
            last = words - 1;
            word = level[0];
            level[0] = 0;
        }

        /** Without a branch: whether a node has been seen cannot be foretold, and a wrong guess costs more than a write. */
        void reach(int node, int link) {
            int index = node >> 6;
            long fresh = 1L << node & ~seen[index];
            seen[index] |= fresh;
            deeper[index] |= fresh;
            links[node] = fresh == 0 ? links[node] : link;
            firstDeeper = Math.min(firstDeeper, index);
            lastDeeper = Math.max(lastDeeper, index);
        }

        /** The next node of the level, or the first of the next one; -1 when no level is left. */
        int next() {
            while (word == 0) {
                if (at < last) {
                    at++;
                } else if (lastDeeper >= 0) {
                    long[] done = level;
                    level = deeper;
                    deeper = done;
                    at = firstDeeper;
                    last = lastDeeper;
                    firstDeeper = Integer.MAX_VALUE;
                    lastDeeper = -1;
                } else {
                    return -1;
                }
                word = level[at];
                level[at] = 0;
            }
            int node = at * Long.SIZE + Long.numberOfTrailingZeros(word);
            word &= word - 1;
            return node;
        }
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
