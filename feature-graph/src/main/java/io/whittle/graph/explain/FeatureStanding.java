package io.whittle.graph.explain;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Step;

import java.util.List;
import java.util.Optional;

/**
 * How it stands with a feature in a profile.
 *
 * @param profile the profile
 * @param platforms on which it stands so, in the order in which they were asked
 * @param in whether it is in
 * @param explanation why; the same on all of the platforms
 * @param steps the shortest chain to a feature that is in, from where it begins; empty for one that is out
 * @param origin why the first of the chain is in; empty without one
 * @param remedy what would keep it out, or bring it in; empty where nothing that a profile says does
 */
public record FeatureStanding(
        String profile,
        List<Platform> platforms,
        boolean in,
        Explanation explanation,
        List<Step> steps,
        Optional<Explanation> origin,
        Optional<Remedy> remedy) {
    public FeatureStanding {
        platforms = List.copyOf(platforms);
        steps = List.copyOf(steps);
    }
}
