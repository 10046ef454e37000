package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

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
        SortedMap<String, Reason.Root> neededBy = new TreeMap<>();
        Reach needing = view.requirements().to(List.of(feature));
        needed.starts().stream().filter(needing::holds).forEach(root -> neededBy.put(root, view.root(root)));
        return new Fault.ExcludedButNeeded(feature, view.exclusion(feature), chain, neededBy);
    }
}
