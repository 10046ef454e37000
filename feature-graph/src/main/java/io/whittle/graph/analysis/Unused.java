package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;

import java.util.Set;
import java.util.stream.Collectors;

/** Finds checks that no feature names. */
final class Unused {
    private Unused() {}

    static void observeChecks(FeatureCatalog catalog, Gathering gathering) {
        Set<String> named = catalog.features().values().stream()
                .flatMap(feature -> feature.checks().stream())
                .map(Mention::text)
                .collect(Collectors.toSet());
        for (Check check : catalog.checks().values()) {
            if (!named.contains(check.name().text())) {
                gathering.add(new CatalogObservation.UnusedCheck(
                        check.name().text(), check.name().place()));
            }
        }
    }
}
