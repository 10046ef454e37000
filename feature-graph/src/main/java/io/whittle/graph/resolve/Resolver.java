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
    private final Reach unavailable;
    private final Reach leftOut;

    private Resolver(PlatformView view) {
        this.view = view;
        this.unavailable = view.requirements().to(view.absent());
        this.leftOut = view.requirements().to(view.excluded().keySet());
    }

    /**
     * Resolves a request. The same catalogue and request give the same answer, whatever the order of keys in the file.
     * Linear in the catalogue, but for sorting.
     *
     * @throws UnresolvableException with every reason for which the profile cannot be had on the platform
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Resolution resolve(FeatureCatalog catalog, Request request) throws UnresolvableException {
        Resolver resolver = new Resolver(PlatformView.of(catalog, request));
        List<Fault> faults = Faults.of(resolver.view, resolver.unavailable);
        if (!faults.isEmpty()) {
            throw new UnresolvableException(catalog.source(), request, faults);
        }
        return resolver.resolution();
    }

    private Resolution resolution() {
        SortedSet<String> wanted = view.roots();
        wanted.removeIf(unavailable::holds);
        Reach wantedReach = view.requirements().from(wanted);
        SortedSet<String> possible = new TreeSet<>(wanted);
        possible.removeIf(leftOut::holds);
        Reach in = view.requirements().from(possible);

        SortedMap<String, Decision> decisions = new TreeMap<>();
        for (String feature : view.catalog().features().keySet()) {
            decisions.put(
                    feature,
                    in.holds(feature)
                            ? new Decision.In(feature, reasonIn(feature, in))
                            : new Decision.Out(feature, () -> reasonOut(feature, wantedReach)));
        }
        return Contents.of(view, decisions, Warnings.of(view, in.all()));
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
            List<Requirement> chain = unavailable.chainFrom(feature);
            return new Reason.RequiresUnavailable(chain, view.absence(end(chain)));
        }
        if (wanted.holds(feature) && leftOut.holds(feature)) {
            List<Requirement> chain = leftOut.chainFrom(feature);
            return new Reason.RequiresExcluded(chain, view.exclusion(end(chain)));
        }
        return view.reasonOut(feature);
    }

    private static String end(List<Requirement> chain) {
        return chain.get(chain.size() - 1).required();
    }
}
