package io.whittle.graph.explain;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Decision;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.Step;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.resolve.WhatIf;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a feature is in or out, over profiles and platforms, and what would change that.
 *
 * @param catalog of which the feature is one
 * @param feature its name
 * @param standings by profile; platforms on which all is the same are together
 * @param refusals profiles that cannot be had at all, each cause once
 */
public record FeatureExplanation(
        FeatureCatalog catalog, String feature, List<FeatureStanding> standings, List<Refusal> refusals) {
    public FeatureExplanation {
        standings = List.copyOf(standings);
        refusals = List.copyOf(refusals);
    }

    /**
     * Explains a feature. Each request is resolved as it is, and as it would be after the edits that are told.
     *
     * @param requests profiles of the catalogue, on platforms
     * @throws IllegalArgumentException when the catalogue has no such feature or profile
     */
    public static FeatureExplanation of(FeatureCatalog catalog, String feature, List<Request> requests) {
        if (!catalog.features().containsKey(feature)) {
            throw new IllegalArgumentException("the catalogue has no feature " + feature);
        }
        return new Search(catalog, feature).search(requests);
    }

    private static final class Search {
        private final FeatureCatalog catalog;
        private final String feature;
        private final Map<Platform, PlatformGraph> graphs = new HashMap<>();
        private final Map<List<Object>, List<Platform>> platforms = new LinkedHashMap<>();
        private final Map<List<Object>, Found> found = new HashMap<>();

        private record Found(Resolution resolution, Optional<Remedy> remedy) {}

        Search(FeatureCatalog catalog, String feature) {
            this.catalog = catalog;
            this.feature = feature;
        }

        FeatureExplanation search(List<Request> requests) {
            List<UnresolvableException> refused = new ArrayList<>();
            for (Request request : requests) {
                try {
                    look(request);
                } catch (UnresolvableException cannot) {
                    refused.add(cannot);
                }
            }
            List<FeatureStanding> standings = platforms.entrySet().stream()
                    .map(entry -> standing(found.get(entry.getKey()), entry.getValue()))
                    .toList();
            return new FeatureExplanation(catalog, feature, standings, Refusal.of(refused));
        }

        private void look(Request request) throws UnresolvableException {
            PlatformGraph graph =
                    graphs.computeIfAbsent(request.platform(), platform -> PlatformGraph.of(catalog, platform));
            Resolution now = Resolver.resolve(graph, request.profile());
            Optional<Remedy> remedy = remedy(graph, now);
            List<Object> sameness = List.of(
                    request.profile(),
                    now.features().get(feature).reason(),
                    now.chain(feature),
                    origin(now).map(Explanation::text),
                    remedy.map(Remedy::sameness));
            platforms.computeIfAbsent(sameness, none -> new ArrayList<>()).add(request.platform());
            found.putIfAbsent(sameness, new Found(now, remedy));
        }

        private Optional<Remedy> remedy(PlatformGraph graph, Resolution now) throws UnresolvableException {
            String profile = now.profile().name();
            Decision decision = now.features().get(feature);
            if (decision.isIn()) {
                return Optional.of(Remedy.of(
                        now, WhatIf.without(graph, profile, new TreeSet<>(Set.of(feature))), Set.of(feature)));
            }
            return isHopeless(decision.reason())
                    ? Optional.empty()
                    : Optional.of(Remedy.of(now, WhatIf.with(graph, profile, feature), Set.of(feature)));
        }

        /** Where the platform rules it out, no profile brings it in. */
        private static boolean isHopeless(Reason reason) {
            return reason instanceof Reason.NotAvailable
                    || reason instanceof Reason.RequiresUnavailable
                    || reason instanceof Reason.NeedsNobody nobody && nobody.onPlatform();
        }

        private Optional<Explanation> origin(Resolution resolution) {
            List<Step> chain = resolution.chain(feature);
            return chain.isEmpty()
                    ? Optional.empty()
                    : chain.get(0).from().map(first -> Explanation.of(resolution, first));
        }

        private FeatureStanding standing(Found first, List<Platform> on) {
            Resolution resolution = first.resolution();
            return new FeatureStanding(
                    resolution.profile().name(),
                    on,
                    resolution.in().contains(feature),
                    Explanation.of(resolution, feature, on),
                    resolution.chain(feature),
                    origin(resolution),
                    first.remedy());
        }
    }
}
