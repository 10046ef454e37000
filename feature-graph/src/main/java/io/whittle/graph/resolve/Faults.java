package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Finds every fault of a request: of what is asked for by name, and of what base requires. */
final class Faults {
    private Faults() {}

    static List<Fault> of(PlatformView view, Reach unavailable) {
        SortedSet<String> roots = view.namedOrBase();
        List<Fault> faults = new ArrayList<>();
        for (String root : roots) {
            if (unavailable.holds(root)) {
                faults.add(notAvailable(view, unavailable, root));
            }
        }
        Reach needed = view.requirements().from(roots);
        for (String excluded : view.excluded().keySet()) {
            if (needed.holds(excluded)) {
                faults.add(excludedButNeeded(view, needed, excluded));
            }
        }
        return faults;
    }

    private static Fault notAvailable(PlatformView view, Reach unavailable, String feature) {
        List<Requirement> chain = unavailable.chainFrom(feature);
        String missing = chain.isEmpty() ? feature : chain.get(chain.size() - 1).required();
        return new Fault.NotAvailable(feature, view.root(feature), view.platform(), chain, view.absence(missing));
    }

    private static Fault excludedButNeeded(PlatformView view, Reach needed, String feature) {
        List<Requirement> chain = needed.chainTo(feature);
        String from = chain.isEmpty() ? feature : chain.get(0).feature();
        SortedSet<String> neededBy = view.requirements().to(List.of(feature)).all();
        neededBy.retainAll(needed.starts());
        return new Fault.ExcludedButNeeded(feature, view.exclusion(feature), from, view.root(from), chain, neededBy);
    }
}
