package io.whittle.graph.catalog;

import java.util.stream.Stream;

/** Finds features that name themselves where only another makes sense. */
final class SelfReferences {
    private final FeatureCatalog catalog;
    private final FaultLog faults;

    SelfReferences(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            Stream.concat(Stream.of(feature.body()), feature.variants().stream().map(Variant::body))
                    .flatMap(body -> body.requires().stream())
                    .forEach(edge -> self(name, edge.target(), "requires itself"));
            feature.recommends().forEach(edge -> self(name, edge.target(), "recommends itself"));
            feature.ifPresent().forEach(other -> self(name, other, "names itself under ifPresent"));
            feature.conflicts().forEach(other -> self(name, other.feature(), "conflicts with itself"));
            feature.auto().forEach(other -> self(name, other, "waits for itself under auto"));
        }
    }

    private void self(String name, Mention mention, String does) {
        if (name.equals(mention.text())) {
            faults.meaning(
                    mention.place(), name + " " + does + "; remove the entry, or name the feature that was meant");
        }
    }
}
