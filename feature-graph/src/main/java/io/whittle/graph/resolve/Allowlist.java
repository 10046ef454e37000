package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plain allowlist would have built: just what is asked for and what base requires itself, dependencies not
 * followed. It shows what following them saves, and lets the outage be replayed.
 *
 * <p>It is what the resolver says of the same catalogue without a single requirement between features. So what only
 * requirements tell is no fault here: an excluded feature that others need is out all the same.
 *
 * @param built what the image would hold; a feature that only a requirement would bring is "not asked for"
 * @param gaps declared requirements that the image breaks, by name of the feature, then of the one it requires
 * @param missing what following the requirements brings beyond, each with a shortest chain from a feature that is in
 */
public record Allowlist(Resolution built, List<Requirement> gaps, SortedMap<String, List<Requirement>> missing) {
    public Allowlist {
        gaps = List.copyOf(gaps);
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
        PlatformView view = PlatformView.of(catalog, request);
        Resolution built = Resolver.resolve(view, view.requirements().withoutEdges());
        return new Allowlist(built, gaps(built), missing(view, built.in()));
    }

    private static List<Requirement> gaps(Resolution built) {
        return built.requirements().values().stream()
                .flatMap(List::stream)
                .filter(edge -> !built.features().get(edge.required()).isIn())
                .toList();
    }

    private static SortedMap<String, List<Requirement>> missing(PlatformView view, Collection<String> in) {
        Reach closure = view.requirements().from(in);
        SortedMap<String, List<Requirement>> missing = new TreeMap<>();
        closure.last().keySet().forEach(feature -> missing.put(feature, closure.chainTo(feature)));
        return missing;
    }
}
