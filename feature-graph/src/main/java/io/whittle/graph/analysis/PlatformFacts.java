package io.whittle.graph.analysis;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;
import io.whittle.graph.solve.Possibilities;

import java.util.BitSet;
import java.util.List;

/** What is known of one kind of platform, worked out once. */
final class PlatformFacts {
    private final List<Platform> platforms;
    private final PlatformGraph graph;
    private final Fallout unavailable;
    private final Possibilities possibilities;
    private final boolean baseMet;
    private final BitSet never;
    private final BitSet always;

    PlatformFacts(FeatureCatalog catalog, List<Platform> platforms) {
        this.platforms = List.copyOf(platforms);
        this.graph = PlatformGraph.of(catalog, platforms.get(0));
        this.unavailable = unavailable(graph);
        this.possibilities = Possibilities.of(graph);
        this.baseMet = possibilities.any();
        this.never = possibilities.never();
        this.always = possibilities.always();
    }

    static Fallout unavailable(PlatformGraph graph) {
        return Fallout.of(graph, graph.absent(), Demands.none(graph).chosen());
    }

    List<Platform> platforms() {
        return platforms;
    }

    PlatformGraph graph() {
        return graph;
    }

    /** Features that are not available by their own word, or cannot do without what is not. */
    Fallout unavailable() {
        return unavailable;
    }

    Possibilities possibilities() {
        return possibilities;
    }

    /** Whether anything can be had at all; where not, nothing else is worth a word. */
    boolean baseMet() {
        return baseMet;
    }

    /** Features that can never be in, the unavailable ones among them; not to be changed. */
    BitSet never() {
        return never;
    }

    /** Features that are always in; not to be changed. */
    BitSet always() {
        return always;
    }

    /** Whether a feature is available and can be in. */
    boolean canBeIn(int feature) {
        return !never.get(feature);
    }
}
