package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Edges;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds requirements that others imply on every platform on which they count; all of them can be removed together.
 *
 * <p>Features in circles are left alone: there requirements stand in for one another, and removing all that are implied would
 * lose some. What is left is the transitive reduction of an acyclic graph (Aho, Garey and Ullman, 1972), which is unique.
 */
final class ImpliedRequirements {
    private final List<PlatformFacts> kinds;
    private final EveryPlatform everywhere;
    private final Gathering gathering;

    ImpliedRequirements(List<PlatformFacts> kinds, EveryPlatform everywhere, Gathering gathering) {
        this.kinds = kinds;
        this.everywhere = everywhere;
        this.gathering = gathering;
    }

    void observe() {
        Set<Edge> candidates = newSet();
        for (PlatformFacts kind : kinds) {
            candidates.addAll(entries(kind.graph(), ImpliedEdges.of(kind.graph())));
        }
        kinds.forEach(kind -> keepImplied(kind.graph(), candidates));
        if (candidates.isEmpty()) {
            return;
        }
        everywhere.graphs().forEach(graph -> keepImplied(graph, candidates));
        Set<Edge> told = newSet();
        for (PlatformFacts kind : kinds) {
            Edges<Edge> requires = kind.graph().requires();
            for (int edge = 0; edge < requires.size(); edge++) {
                if (candidates.contains(requires.source(edge)) && told.add(requires.source(edge))) {
                    tell(kind.graph(), edge);
                }
            }
        }
    }

    private static void keepImplied(PlatformGraph graph, Set<Edge> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        Edges<Edge> requires = graph.requires();
        BitSet implied = ImpliedEdges.of(graph);
        for (int edge = implied.nextClearBit(0); edge < requires.size(); edge = implied.nextClearBit(edge + 1)) {
            candidates.remove(requires.source(edge));
        }
    }

    private void tell(PlatformGraph graph, int edge) {
        Edge entry = graph.requires().source(edge);
        int origin = graph.requires().origin(edge);
        List<Platform> platforms = new ArrayList<>();
        for (PlatformFacts kind : kinds) {
            Edges<Edge> requires = kind.graph().requires();
            for (int each = requires.begin(origin), end = requires.end(origin); each < end; each++) {
                if (requires.source(each) == entry) {
                    platforms.addAll(kind.platforms());
                }
            }
        }
        gathering.add(
                new EdgeObservation.Implied(
                        origin == graph.base() ? Optional.empty() : Optional.of(graph.feature(origin)),
                        entry.target().text(),
                        entry.target().place(),
                        chain(graph, edge)),
                platforms);
    }

    /** A shortest chain beside an edge: by another entry for the same feature, or else over another requirement. */
    private static List<Via> chain(PlatformGraph graph, int edge) {
        Edges<Edge> requires = graph.requires();
        Chains chains = new Chains(graph);
        int origin = requires.origin(edge);
        int target = requires.target(edge);
        BitSet starts = new BitSet();
        for (int other = requires.begin(origin), end = requires.end(origin); other < end; other++) {
            if (requires.target(other) == target && other != edge) {
                return List.of(chains.requirement(other));
            }
            if (requires.target(other) != target) {
                starts.set(requires.target(other));
            }
        }
        List<Via> chain = new ArrayList<>();
        Closure closure = Closure.of(graph, starts, Demands.none(graph).chosen());
        var links = closure.chainTo(target);
        for (int other = requires.begin(origin), end = requires.end(origin); other < end; other++) {
            if (requires.target(other) == links.get(0).origin()) {
                chain.add(chains.requirement(other));
                break;
            }
        }
        chain.addAll(chains.of(links));
        return chain;
    }

    private static List<Edge> entries(PlatformGraph graph, BitSet edges) {
        return edges.stream().mapToObj(graph.requires()::source).toList();
    }

    private static Set<Edge> newSet() {
        // Entries that look alike can stand in two features.
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
