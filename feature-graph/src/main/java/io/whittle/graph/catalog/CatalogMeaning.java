package io.whittle.graph.catalog;

/** Holds a catalogue's lines against each other: names that do not exist, things owned twice, words that clash. */
final class CatalogMeaning {
    private CatalogMeaning() {}

    static void check(FeatureCatalog catalog, FaultLog faults, NearestName nearest) {
        new KnownNames(catalog, faults, nearest).check();
        new SelfReferences(catalog, faults).check();
        new Repetitions(catalog, faults).check();
        new ContraryWords(catalog, faults).check();
        new ModuleClaims(catalog, faults).check();
        new VariantOverlaps(catalog, faults).check();
        new ExtendsCycles(catalog, faults).check();
        new Expressions(catalog, faults).check();
        new CheckClashes(catalog, faults).check();
    }
}
