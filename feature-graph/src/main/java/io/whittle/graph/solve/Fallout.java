package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What falls with some features: what requires one of them, what needs a capability whose every provider has fallen, or whose
 * chosen provider has, and so on. It is the least such set; what is left is the greatest that can do without them.
 *
 * <p>Breadth first, each level by number, so that of several shortest chains the same is kept whatever the order of the file.
 * Linear in the part of the graph that is reached.
 */
public final class Fallout {
    private static final int SEED = -1;

    private final PlatformGraph graph;
    private final int[] chosen;
    private final BitSet fallen;
    private final int[] causes;
    private final int[] live;

    private Fallout(PlatformGraph graph, int[] chosen, int[] live, BitSet seeds) {
        this.graph = graph;
        this.chosen = chosen;
        this.live = live;
        this.fallen = (BitSet) seeds.clone();
        this.causes = new int[graph.nodes()];
        Arrays.fill(causes, SEED);
    }

    /** What falls of the whole graph. */
    public static Fallout of(PlatformGraph graph, BitSet seeds, int[] chosen) {
        int[] live = new int[graph.capabilities()];
        for (int capability = 0; capability < live.length; capability++) {
            live[capability] =
                    graph.providers().end(capability) - graph.providers().begin(capability);
        }
        Fallout fallout = new Fallout(graph, chosen, live, seeds);
        BitSet all = new BitSet();
        all.set(0, graph.nodes());
        fallout.spread(all, new BitSet());
        return fallout;
    }

    /**
     * What is left of a set that is valid by itself once a feature is taken out, or nothing when something that is wanted
     * falls with it.
     *
     * @param live by capability: how many of its providers are in the set
     */
    static BitSet left(PlatformGraph graph, BitSet set, int[] live, int[] chosen, int out, BitSet wanted) {
        BitSet seed = new BitSet();
        seed.set(out);
        if (wanted.get(out)) {
            return new BitSet();
        }
        Fallout fallout = new Fallout(graph, chosen, live.clone(), seed);
        if (!fallout.spread(set, wanted)) {
            return new BitSet();
        }
        BitSet left = (BitSet) set.clone();
        left.andNot(fallout.fallen);
        return left;
    }

    /** Everything that has fallen, the seeds among it; not a copy, and not to be changed. */
    public BitSet members() {
        return fallen;
    }

    /** Whether a node has fallen. */
    public boolean holds(int node) {
        return fallen.get(node);
    }

    /** Why a node has fallen: the step to what fell before it; {@link Link#NONE} for a seed. */
    public Link cause(int node) {
        int code = causes[node];
        int requirements = graph.requires().size();
        if (code == SEED) {
            return Link.NONE;
        }
        return code < requirements
                ? new Link(Link.Kind.REQUIREMENT, code, node, graph.requires().target(code))
                : new Link(Link.Kind.NEED, code - requirements, node, -1);
    }

    /** The steps from a node to a seed, or to a need that nobody meets. Linear in their number. */
    public List<Link> chainFrom(int node) {
        List<Link> chain = new ArrayList<>();
        Link link = cause(node);
        while (link.kind() != Link.Kind.NONE) {
            chain.add(link);
            link = link.target() < 0 ? Link.NONE : cause(link.target());
        }
        return chain;
    }

    /** Whether nothing that must stay has fallen; stops as soon as something has. */
    private boolean spread(BitSet universe, BitSet mustStay) {
        BitSet level = (BitSet) fallen.clone();
        BitSet next = new BitSet(graph.nodes());
        int first = 0;
        while (!level.isEmpty()) {
            for (int node = level.nextSetBit(first); node >= 0; node = level.nextSetBit(node + 1)) {
                // Nobody depends on base.
                if (node < graph.features()) {
                    requirers(node, universe, next);
                    needers(node, universe, next);
                }
            }
            if (next.intersects(mustStay)) {
                return false;
            }
            level.clear(first, level.length());
            BitSet empty = level;
            level = next;
            next = empty;
            first = Math.max(0, level.nextSetBit(0));
        }
        return true;
    }

    private void requirers(int node, BitSet universe, BitSet next) {
        Edges<Integer> requiredBy = graph.requiredBy();
        for (int edge = requiredBy.begin(node), end = requiredBy.end(node); edge < end; edge++) {
            fall(requiredBy.target(edge), requiredBy.source(edge), universe, next);
        }
    }

    private void needers(int node, BitSet universe, BitSet next) {
        Edges<Integer> provides = graph.provides();
        Edges<Integer> neededBy = graph.neededBy();
        int requirements = graph.requires().size();
        for (int edge = provides.begin(node), end = provides.end(node); edge < end; edge++) {
            int capability = provides.target(edge);
            if (--live[capability] == 0 || chosen[capability] == node) {
                for (int need = neededBy.begin(capability), last = neededBy.end(capability); need < last; need++) {
                    fall(neededBy.target(need), requirements + neededBy.source(need), universe, next);
                }
            }
        }
    }

    private void fall(int node, int cause, BitSet universe, BitSet next) {
        if (universe.get(node) && !fallen.get(node)) {
            fallen.set(node);
            causes[node] = cause;
            next.set(node);
        }
    }
}
