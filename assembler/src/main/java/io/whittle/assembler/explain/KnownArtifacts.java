package io.whittle.assembler.explain;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Ownership;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        SortedMap<String, List<Ownership>> owned = ArtifactOwners.of(catalog).byArtifact();
        SortedSet<String> names = new TreeSet<>(owned.keySet());
        path.forEach(entry -> names.add(entry.artifact()));
        return new KnownArtifacts(names, owned);
    }

    List<Ownership> owners(String artifact) {
        return owned.getOrDefault(artifact, List.of());
    }
}
