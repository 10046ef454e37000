package io.whittle.assembler.explain;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.resolve.Ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Artifacts that can be asked about: those on the module path and those that the catalogue names.
 *
 * @param names {@code group:artifact[:classifier]}
 * @param owned by name: to whom the catalogue gives it
 */
public record KnownArtifacts(SortedSet<String> names, SortedMap<String, List<Ownership>> owned) {
    public KnownArtifacts {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        owned = Collections.unmodifiableSortedMap(new TreeMap<>(owned));
    }

    /** Collects them. Linear in the path and the catalogue. */
    public static KnownArtifacts of(FeatureCatalog catalog, List<PathEntry> path) {
        SortedMap<String, List<Ownership>> owned = new TreeMap<>();
        add(owned, catalog.base().body(), Ownership.ByBase::new);
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            add(owned, feature.body(), place -> new Ownership.ByFeature(name, place));
            for (Variant variant : feature.variants()) {
                add(owned, variant.body(), place -> new Ownership.ByVariant(name, variant.when(), place));
            }
        }
        SortedSet<String> names = new TreeSet<>(owned.keySet());
        path.forEach(entry -> names.add(name(entry)));
        return new KnownArtifacts(names, owned);
    }

    List<Ownership> owners(String artifact) {
        return owned.getOrDefault(artifact, List.of());
    }

    static boolean isOf(String artifact, PathEntry entry) {
        return name(entry).equals(artifact);
    }

    // A label ends with the version.
    private static String name(PathEntry entry) {
        int version = entry.label().lastIndexOf(':');
        return version < 0 ? entry.label() : entry.label().substring(0, version);
    }

    private static void add(
            SortedMap<String, List<Ownership>> owned, FeatureBody body, Function<Place, Ownership> owner) {
        for (Mention artifact : body.artifacts()) {
            owned.computeIfAbsent(artifact.text(), none -> new ArrayList<>()).add(owner.apply(artifact.place()));
        }
    }
}
