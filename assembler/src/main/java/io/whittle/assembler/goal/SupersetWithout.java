package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.resolve.Provision;
import io.whittle.graph.resolve.Resolution;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that the superset has, without a few features and what cannot be without them. */
final class SupersetWithout {
    private final FeatureCatalog catalog;
    private final Resolution superset;
    private final SortedSet<String> choosable;

    /**
     * Leaves features out of what a superset came to.
     *
     * @param choosable the features that rows have a word on
     */
    SupersetWithout(FeatureCatalog catalog, Resolution superset, SortedSet<String> choosable) {
        this.catalog = catalog;
        this.superset = superset;
        this.choosable = choosable;
    }

    /** A row of what is left. Linear in what the superset requires, times the length of the longest chain. */
    PairRow row(String name, Collection<String> features) {
        SortedSet<String> include = new TreeSet<>(superset.in());
        include.removeAll(fallen(features));
        include.removeIf(feature -> catalog.features().get(feature).internal());
        include.retainAll(choosable);
        SortedSet<String> exclude = new TreeSet<>(choosable);
        exclude.removeAll(include);
        return new PairRow(name, include, exclude);
    }

    /** The features, and those of the superset that need one of them. */
    SortedSet<String> fallen(Collection<String> features) {
        SortedSet<String> fallen = new TreeSet<>(features);
        while (fallen.addAll(superset.in().stream()
                .filter(feature -> misses(feature, fallen))
                .toList())) {
            // Until nothing falls any more.
            continue;
        }
        return fallen;
    }

    private boolean misses(String feature, SortedSet<String> fallen) {
        boolean required = superset.requirements().getOrDefault(feature, List.of()).stream()
                .anyMatch(requirement -> fallen.contains(requirement.required()));
        return required || misses(superset.provisions().getOrDefault(feature, List.of()), fallen::contains);
    }

    /** Whether a need has lost all of its providers. */
    private static boolean misses(List<Provision> provisions, Predicate<String> fallen) {
        SortedMap<String, Boolean> lost = provisions.stream()
                .collect(Collectors.toMap(
                        provision -> provision.need().capability(),
                        provision -> fallen.test(provision.provider()),
                        Boolean::logicalAnd,
                        TreeMap::new));
        return lost.containsValue(true);
    }
}
