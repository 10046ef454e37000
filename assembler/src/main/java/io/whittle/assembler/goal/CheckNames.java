package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.NearestName;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of checks that a user gives. */
final class CheckNames {
    private CheckNames() {}

    /** Those that are asked for, or else all; what is none is a fault. */
    static SortedSet<String> of(Collection<String> asked, FeatureCatalog catalog, List<String> faults) {
        SortedSet<String> known = new TreeSet<>(catalog.checks().keySet());
        if (asked.isEmpty()) {
            return known;
        }
        NearestName nearest = new NearestName();
        asked.stream()
                .filter(name -> !known.contains(name))
                .map(name -> "whittle.check names '" + name + "', but "
                        + catalog.source().file() + " has no such check.\n  "
                        + nearest.to(name, known)
                                .map(meant -> "Is " + meant + " meant?")
                                .orElse(known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + "."))
                .forEach(faults::add);
        return new TreeSet<>(asked);
    }
}
