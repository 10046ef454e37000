package io.whittle.graph.catalog;

/** Holds a catalogue's lines against each other: names that do not exist, things owned twice, words that clash. */
final class CatalogMeaning {
    private final FeatureCatalog catalog;
    private final Faults faults;
    private final NearestName nearest;

    CatalogMeaning(FeatureCatalog catalog, Faults faults, NearestName nearest) {
        this.catalog = catalog;
        this.faults = faults;
        this.nearest = nearest;
    }

    void check() {
        new KnownNames(catalog, faults, nearest).check();
    }
}
