package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which profiles are looked at on which platforms, where a goal looks at all of them unless it is told otherwise. */
final class Requests {
    private Requests() {}

    /**
     * Every profile that is asked for, on every platform.
     *
     * @param profiles names; none, or the one word {@code all}, stands for every one
     * @param platforms as the catalogue spells them; none: those that each profile names, or else the host
     * @param faults gets what is wrong with either
     */
    static List<Request> of(
            FeatureCatalog catalog, List<String> profiles, List<String> platforms, List<String> faults) {
        Set<Platform> asked = Resolutions.platforms(platforms, faults);
        List<String> names = profiles.isEmpty() ? List.of(Resolutions.ALL) : profiles;
        List<Request> requests = new ArrayList<>();
        for (String profile : Resolutions.existing(Resolutions.names(names, catalog, faults), catalog, faults)) {
            for (Platform platform : platforms.isEmpty() ? platforms(catalog, profile) : asked) {
                requests.add(new Request(profile, platform));
            }
        }
        return requests;
    }

    private static Collection<Platform> platforms(FeatureCatalog catalog, String profile) {
        return EffectiveProfile.of(catalog, profile)
                .platforms()
                .map(said -> said.value().stream()
                        .map(PlatformMention::platform)
                        .distinct()
                        .toList())
                .filter(named -> !named.isEmpty())
                .orElseGet(() -> List.of(Platform.host()));
    }
}
