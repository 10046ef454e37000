package io.whittle.graph.catalog;

import java.util.List;

/** Finds variants of one feature that can fit one platform. */
final class VariantOverlaps {
    private final FeatureCatalog catalog;
    private final FaultLog faults;

    VariantOverlaps(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        catalog.features().values().stream()
                .filter(feature -> feature.variants().size() > 1)
                .forEach(this::feature);
    }

    private void feature(Feature feature) {
        // Where the feature is not available at all, its variants cannot clash.
        PlatformSet available = PlatformSet.of(feature.platforms());
        PlatformSet taken = PlatformSet.of(new PlatformCondition.Or(List.of()));
        for (Variant variant : feature.variants()) {
            PlatformSet fits = PlatformSet.of(variant.when()).and(available);
            fits.and(taken).any().ifPresent(platform -> {
                Variant first = feature.variants().stream()
                        .filter(earlier -> earlier.when().holds(platform))
                        .findFirst()
                        .orElseThrow();
                faults.meaning(
                        variant.place(),
                        "two variants of " + feature.name() + " fit " + platform + ": this one and the one at "
                                + catalog.source().at(first.place())
                                + "; narrow one 'when' with 'and not', so that one variant fits each platform");
            });
            taken = taken.or(fits);
        }
    }
}
