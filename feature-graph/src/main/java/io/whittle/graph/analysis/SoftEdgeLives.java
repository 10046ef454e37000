package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Impossibility;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds soft edges that can never do anything. What is dead or unavailable at one end is told elsewhere. */
final class SoftEdgeLives {
    private final FeatureCatalog catalog;
    private final List<PlatformFacts> kinds;
    private final EveryPlatform everywhere;
    private final Gathering gathering;

    private record Present(Feature feature, Mention present) {}

    SoftEdgeLives(FeatureCatalog catalog, List<PlatformFacts> kinds, EveryPlatform everywhere, Gathering gathering) {
        this.catalog = catalog;
        this.kinds = kinds;
        this.everywhere = everywhere;
        this.gathering = gathering;
    }

    void observe() {
        for (PlatformFacts kind : kinds) {
            for (Feature feature : catalog.features().values()) {
                feature.recommends().stream()
                        .filter(edge -> edge.when().holds(kind.graph().platform()))
                        .forEach(edge -> recommendation(kind, feature, edge));
                if (!feature.auto().isEmpty()) {
                    auto(kind, feature);
                }
            }
        }
        present();
    }

    private void recommendation(PlatformFacts kind, Feature feature, Edge edge) {
        impossible(kind, feature, List.of(edge.target()))
                .ifPresent(why -> gathering.add(
                        new EdgeObservation.DeadRecommendation(
                                feature.name().text(),
                                edge.target().text(),
                                edge.target().place(),
                                why),
                        kind.platforms()));
    }

    private void auto(PlatformFacts kind, Feature feature) {
        impossible(kind, feature, feature.auto())
                .ifPresent(why -> gathering.add(
                        new EdgeObservation.DeadAuto(
                                feature.name().text(),
                                feature.auto().stream().map(Mention::text).toList(),
                                feature.auto().get(0).place(),
                                why),
                        kind.platforms()));
    }

    /** Why a feature and others are never in together though each of them can be in. */
    private static Optional<Impossibility> impossible(PlatformFacts kind, Feature feature, List<Mention> others) {
        PlatformGraph graph = kind.graph();
        BitSet together = new BitSet();
        together.set(graph.feature(feature.name().text()));
        others.forEach(other -> together.set(graph.feature(other.text())));
        return together.intersects(kind.never()) || kind.possibilities().together(together)
                ? Optional.empty()
                : Optional.of(Impossibility.of(graph, together));
    }

    private void present() {
        List<Present> left = new ArrayList<>();
        for (Feature feature : catalog.features().values()) {
            feature.ifPresent().forEach(present -> left.add(new Present(feature, present)));
        }
        kinds.forEach(kind -> keepImplied(kind.graph(), left));
        if (left.isEmpty()) {
            return;
        }
        // Needless is only what is so on every platform there is.
        everywhere.graphs().forEach(graph -> keepImplied(graph, left));
        left.forEach(this::alwaysPresent);
    }

    private static void keepImplied(PlatformGraph graph, List<Present> left) {
        TreeMap<Integer, Closure> closures = new TreeMap<>();
        for (Iterator<Present> each = left.iterator(); each.hasNext(); ) {
            Present entry = each.next();
            int feature = graph.feature(entry.feature().name().text());
            if (!graph.isAbsent(feature)
                    && !closures.computeIfAbsent(feature, node -> closure(graph, node))
                            .holds(graph.feature(entry.present().text()))) {
                each.remove();
            }
        }
    }

    private void alwaysPresent(Present entry) {
        String name = entry.feature().name().text();
        List<PlatformFacts> here = kinds.stream()
                .filter(kind -> !kind.graph().isAbsent(kind.graph().feature(name)))
                .toList();
        if (here.isEmpty()) {
            return;
        }
        PlatformGraph graph = here.get(0).graph();
        Closure closure = closure(graph, graph.feature(name));
        List<Platform> platforms =
                here.stream().flatMap(kind -> kind.platforms().stream()).toList();
        gathering.add(
                new EdgeObservation.AlwaysPresent(
                        name,
                        entry.present().text(),
                        entry.present().place(),
                        new Chains(graph)
                                .of(closure.chainTo(
                                        graph.feature(entry.present().text())))),
                platforms);
    }

    private static Closure closure(PlatformGraph graph, int feature) {
        BitSet start = new BitSet();
        start.set(feature);
        return Closure.of(graph, start, Demands.none(graph).chosen());
    }
}
