package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which profiles are looked at on which platforms, where a goal looks at all of them unless it is told otherwise. */
final class Requests {
    private Requests() {}

    /**
     * Every profile that is asked for, on every platform.
     *
     * @param profiles names; none, or the one word {@code all}, stands for every one
     * @param platforms as the catalogue spells them; {@code all} stands for those that each profile names; none: those that each profile names, or else the host
     * @param faults gets what is wrong with either
     */
    static List<Request> of(
            FeatureCatalog catalog, List<String> profiles, List<String> platforms, List<String> faults) {
        AskedPlatforms asked = AskedPlatforms.of(platforms, faults);
        List<String> names = profiles.isEmpty() ? List.of(Resolutions.ALL) : profiles;
        List<Request> requests = new ArrayList<>();
        for (String profile : Resolutions.existing(Resolutions.names(names, catalog, faults), catalog, faults)) {
            for (Platform platform :
                    platforms.isEmpty() ? ownOrHost(catalog, profile) : asked.of(catalog, profile, faults)) {
                requests.add(new Request(profile, platform));
            }
        }
        return requests;
    }

    private static Set<Platform> ownOrHost(FeatureCatalog catalog, String profile) {
        Set<Platform> own = AskedPlatforms.own(catalog, profile);
        return own.isEmpty() ? Set.of(Platform.host()) : own;
    }
}
