package io.whittle.assembler.goal;

import io.whittle.assembler.diff.ImageKey;
import io.whittle.assembler.diff.Side;
import io.whittle.assembler.diff.Sides;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The images of catalogues that are compared. */
final class CatalogImages {
    private final DiffRequest request;
    private final List<String> faults;

    CatalogImages(DiffRequest request, List<String> faults) {
        this.request = request;
        this.faults = faults;
    }

    /** Those that are asked for; a profile that only the other catalogue has is no fault of this one. */
    Collection<Request> asked(FeatureCatalog catalog) {
        List<String> profiles = request.profiles().stream()
                .filter(name ->
                        name.equals(Resolutions.ALL) || catalog.profiles().containsKey(name))
                .toList();
        boolean none = catalog.profiles().isEmpty()
                || profiles.isEmpty() && !request.profiles().isEmpty();
        return none ? List.of() : Requests.of(catalog, profiles, request.platforms(), faults);
    }

    /** A catalogue, with those images that it has; one for a platform for which it does not make the profile is none of them. */
    Side side(String name, FeatureCatalog catalog, Set<Request> requests) {
        List<Resolution> resolutions = new ArrayList<>();
        SortedMap<ImageKey, String> refused = new TreeMap<>();
        for (Request each : requests) {
            if (isMade(catalog, each)) {
                try {
                    resolutions.add(Resolver.resolve(catalog, each));
                } catch (UnresolvableException cannot) {
                    refused.put(new ImageKey(each.profile(), each.platform()), cannot.getMessage());
                }
            }
        }
        return Sides.of(name, catalog, resolutions, refused);
    }

    private static boolean isMade(FeatureCatalog catalog, Request each) {
        if (!catalog.profiles().containsKey(each.profile())) {
            return false;
        }
        Set<Platform> own = AskedPlatforms.own(catalog, each.profile());
        return own.isEmpty() || own.contains(each.platform());
    }
}
