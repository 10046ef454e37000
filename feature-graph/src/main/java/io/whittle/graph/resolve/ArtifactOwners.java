package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whose every jar is that the catalogue names under {@code artifacts} of base, of a feature or of a variant, on whatever platform.
 *
 * @param byArtifact {@code group:artifact[:classifier]} to its owners, in the order base, then features by name
 */
public record ArtifactOwners(SortedMap<String, List<Ownership>> byArtifact) {
    public ArtifactOwners {
        byArtifact = Copies.ofLists(byArtifact);
    }

    /** The owners of all of them. Linear in the catalogue. */
    public static ArtifactOwners of(FeatureCatalog catalog) {
        SortedMap<String, List<Ownership>> owners = new TreeMap<>();
        add(owners, catalog.base().body(), Ownership.ByBase::new);
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            add(owners, feature.body(), place -> new Ownership.ByFeature(name, place));
            for (Variant variant : feature.variants()) {
                add(owners, variant.body(), place -> new Ownership.ByVariant(name, variant.when(), place));
            }
        }
        return new ArtifactOwners(owners);
    }

    private static void add(
            SortedMap<String, List<Ownership>> owners, FeatureBody body, Function<Place, Ownership> owner) {
        for (Mention artifact : body.artifacts()) {
            owners.computeIfAbsent(artifact.text(), none -> new ArrayList<>()).add(owner.apply(artifact.place()));
        }
    }
}
