package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Finds every fault of a request: of what is asked for by name, and of what base requires. */
record Faults(PlatformView view, RequirementGraph followed, Reach unavailable) {

    List<Fault> all() {
        SortedSet<String> roots = view.namedOrBase();
        List<Fault> faults = new ArrayList<>();
        for (String root : roots) {
            if (unavailable.holds(root)) {
                faults.add(notAvailable(root));
            }
        }
        Reach needed = followed.from(roots);
        for (String excluded : view.excluded().keySet()) {
            if (needed.holds(excluded)) {
                faults.add(excludedButNeeded(excluded, needed));
            }
        }
        return faults;
    }

    private Fault notAvailable(String feature) {
        return new Fault.NotAvailable(
                feature,
                view.root(feature),
                view.platform(),
                unavailable.chainFrom(feature),
                view.absence(unavailable.startBehind(feature)));
    }

    private Fault excludedButNeeded(String feature, Reach needed) {
        SortedMap<String, Reason.Root> neededBy = new TreeMap<>();
        Reach needing = followed.to(List.of(feature));
        needed.starts().stream().filter(needing::holds).forEach(root -> neededBy.put(root, view.root(root)));
        return new Fault.ExcludedButNeeded(feature, view.exclusion(feature), needed.chainTo(feature), neededBy);
    }
}
