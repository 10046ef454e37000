package io.whittle.assembler.explain;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.explain.FeatureExplanation;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Request;

import java.util.List;
import java.util.Optional;

/**
 * What of an artifact is in images.
 *
 * @param catalog whose features may own it
 * @param artifact {@code group:artifact[:classifier]}
 * @param found what of it is on the module path, with its version
 * @param modules the modules that it holds
 * @param classPath how it stands with the class paths of images; empty for one that is on none
 * @param owners to whom the catalogue gives it
 * @param features the features among the owners
 */
public record ArtifactExplanation(
        FeatureCatalog catalog,
        String artifact,
        List<String> found,
        List<ModuleExplanation> modules,
        Optional<ModuleExplanation> classPath,
        List<Ownership> owners,
        List<FeatureExplanation> features) {
    public ArtifactExplanation {
        found = List.copyOf(found);
        modules = List.copyOf(modules);
        owners = List.copyOf(owners);
        features = List.copyOf(features);
    }

    /** Explains an artifact: each of its modules, and each feature that owns it. */
    public static ArtifactExplanation of(
            FeatureCatalog catalog,
            List<PathEntry> path,
            ModuleIndex index,
            RequiresOfProfiles requires,
            String artifact,
            List<Request> requests) {
        KnownArtifacts known = KnownArtifacts.of(catalog, path);
        List<PathEntry> entries =
                path.stream().filter(entry -> entry.artifact().equals(artifact)).toList();
        List<Ownership> owners = known.owners(artifact);
        return new ArtifactExplanation(
                catalog,
                artifact,
                entries.stream().map(PathEntry::label).toList(),
                index.modules().values().stream()
                        .flatMap(List::stream)
                        .filter(module -> entries.contains(module.entry()))
                        .map(module -> ModuleExplanation.of(catalog, requires, module.name(), requests))
                        .toList(),
                requires.path().has(artifact)
                        ? Optional.of(ModuleExplanation.of(catalog, requires, artifact, requests))
                        : Optional.empty(),
                owners,
                owners.stream()
                        .flatMap(owner -> owner.feature().stream())
                        .distinct()
                        .map(feature -> FeatureExplanation.of(catalog, feature, requests))
                        .toList());
    }
}
