package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plain allowlist would have built: just what is asked for and what base requires itself, dependencies not
 * followed. It shows what following them saves, and lets the outage be replayed.
 *
 * <p>It is what the resolver says of the same catalogue without a single edge between features. So what only edges tell is no
 * fault here: an excluded feature that others need is out all the same, and two that conflict are both in.
 *
 * @param built what the image would hold; a feature that only a requirement would bring is "not asked for"
 * @param gaps declared requirements that the image breaks, by name of the feature, then of the one it requires
 * @param unmet declared needs of a capability of which the image has no provider, by name of the feature, then of the capability
 * @param missing what following the requirements brings beyond, each with a shortest chain from a feature that is in
 */
public record Allowlist(
        Resolution built, List<Requirement> gaps, List<Need> unmet, SortedMap<String, List<Requirement>> missing) {
    public Allowlist {
        gaps = List.copyOf(gaps);
        unmet = List.copyOf(unmet);
        missing = Copies.ofLists(missing);
    }

    /**
     * Builds as an allowlist does.
     *
     * @throws UnresolvableException when the profile is not made for the platform, or something asked for by name, or
     *     required by base, is ruled out or not available there by its own word
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Allowlist of(FeatureCatalog catalog, Request request) throws UnresolvableException {
        PlatformView unconnected =
                PlatformView.of(PlatformGraph.unconnected(catalog, request.platform()), request.profile());
        Resolver.Decided decided = Resolver.decide(unconnected, false);
        PlatformGraph graph = PlatformGraph.of(catalog, request.platform());
        Resolution built = Contents.of(
                PlatformView.of(graph, request.profile()),
                decided.decisions(),
                new TreeMap<>(),
                Warnings.of(unconnected, decided.all(), decided.soft()));
        return new Allowlist(built, gaps(built), unmet(graph, built), missing(graph, built));
    }

    private static List<Requirement> gaps(Resolution built) {
        return built.requirements().values().stream()
                .flatMap(List::stream)
                .filter(edge -> !built.features().get(edge.required()).isIn())
                .toList();
    }

    private static List<Need> unmet(PlatformGraph graph, Resolution built) {
        List<Need> unmet = new ArrayList<>();
        for (String feature : built.in()) {
            int node = graph.feature(feature);
            for (int edge = graph.needs().begin(node); edge < graph.needs().end(node); edge++) {
                boolean met = Arrays.stream(
                                graph.providers().targetsOf(graph.needs().target(edge)))
                        .anyMatch(provider ->
                                built.features().get(graph.feature(provider)).isIn());
                if (!met) {
                    unmet.add(Reasons.need(graph, edge));
                }
            }
        }
        unmet.sort(
                Comparator.comparing((Need need) -> need.feature().orElse("")).thenComparing(Need::capability));
        return unmet;
    }

    private static SortedMap<String, List<Requirement>> missing(PlatformGraph graph, Resolution built) {
        BitSet in = new BitSet();
        built.in().forEach(feature -> in.set(graph.feature(feature)));
        Closure closure = Closure.of(graph, in, Demands.none(graph).chosen());
        SortedMap<String, List<Requirement>> missing = new TreeMap<>();
        for (int node = closure.members().nextSetBit(0);
                node >= 0;
                node = closure.members().nextSetBit(node + 1)) {
            if (!in.get(node)) {
                missing.put(graph.feature(node), chain(graph, closure.chainTo(node)));
            }
        }
        return missing;
    }

    private static List<Requirement> chain(PlatformGraph graph, List<Link> links) {
        return links.stream()
                .map(link -> Reasons.requirement(graph, link.edge()))
                .toList();
    }
}
