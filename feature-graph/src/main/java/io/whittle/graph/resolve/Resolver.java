package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what a profile comes to on a platform, by following requirements.
 *
 * <p>The answer is the smallest set of features that holds what base requires and the profile asks for and is closed
 * under the requirements that count on the platform. Of {@code include: all} as much is in as exclusions and the
 * platform leave: what requires something that is ruled out or not available is left out, and nothing else.
 */
public final class Resolver {
    private final PlatformView view;
    private final RequirementGraph followed;
    private final Reach unavailable;
    private final Reach leftOut;

    private Resolver(PlatformView view, RequirementGraph followed) {
        this.view = view;
        this.followed = followed;
        this.unavailable = followed.to(view.absent());
        this.leftOut = followed.to(view.excluded().keySet());
    }

    /**
     * Resolves a request. The same catalogue and request give the same answer, whatever the order of keys in the file.
     * Linear in the catalogue, but for sorting.
     *
     * @throws UnresolvableException with every reason for which the profile cannot be had on the platform
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Resolution resolve(FeatureCatalog catalog, Request request) throws UnresolvableException {
        PlatformView view = PlatformView.of(catalog, request);
        return resolve(view, view.requirements());
    }

    /** Resolves as if the requirements that are followed were all there are. */
    static Resolution resolve(PlatformView view, RequirementGraph followed) throws UnresolvableException {
        Resolver resolver = new Resolver(view, followed);
        List<Fault> faults = new Faults(view, followed, resolver.unavailable).all();
        if (!faults.isEmpty()) {
            Request request = new Request(view.profile().name(), view.platform());
            throw new UnresolvableException(view.catalog().source(), request, faults);
        }
        return resolver.resolution();
    }

    private Resolution resolution() {
        SortedSet<String> wanted = view.roots();
        wanted.removeIf(unavailable::holds);
        Reach wantedReach = followed.from(wanted);
        SortedSet<String> possible = new TreeSet<>(wanted);
        possible.removeIf(leftOut::holds);
        Reach in = followed.from(possible);

        SortedMap<String, Decision> decisions = new TreeMap<>();
        for (String feature : view.catalog().features().keySet()) {
            decisions.put(
                    feature,
                    in.holds(feature)
                            ? new Decision.In(feature, reasonIn(feature, in))
                            : new Decision.Out(feature, () -> reasonOut(feature, wantedReach)));
        }
        return Contents.of(view, decisions, Warnings.of(view, followed.circles(in.all())));
    }

    private Reason.In reasonIn(String feature, Reach in) {
        return in.starts().contains(feature)
                ? view.root(feature)
                : new Reason.RequiredBy(in.last().get(feature));
    }

    private Reason.Out reasonOut(String feature, Reach wanted) {
        if (view.excluded().containsKey(feature) || view.absent().contains(feature)) {
            return view.reasonOut(feature);
        }
        if (unavailable.holds(feature)) {
            return new Reason.RequiresUnavailable(
                    unavailable.chainFrom(feature), view.absence(unavailable.startBehind(feature)));
        }
        if (wanted.holds(feature) && leftOut.holds(feature)) {
            return new Reason.RequiresExcluded(
                    leftOut.chainFrom(feature), view.exclusion(leftOut.startBehind(feature)));
        }
        return view.reasonOut(feature);
    }
}
