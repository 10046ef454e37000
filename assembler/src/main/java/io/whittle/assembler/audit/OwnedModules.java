package io.whittle.assembler.audit;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Jars as an audit sees them: all are modules, also those that lie on the class path of images. So whose a jar is that the catalogue names by its
 * artifact, and what it brings by its POM, is told as it is of modules.
 */
final class OwnedModules {
    private final SortedMap<String, List<Ownership>> owners;
    private final ModuleIndex index;
    private final JarEdges edges;
    private final Map<String, String> moduleByLabel = new HashMap<>();
    private final Map<String, String> artifactByModule = new HashMap<>();

    /** Of a path. Linear in that and the catalogue. */
    OwnedModules(FeatureCatalog catalog, ModuleIndex index, JarEdges edges) {
        this.index = index;
        this.edges = edges;
        this.owners = new TreeMap<>(ModuleOwners.of(catalog).byModule());
        SortedMap<String, List<Ownership>> byArtifact =
                ArtifactOwners.of(catalog).byArtifact();
        index.modules().forEach((name, found) -> {
            PathEntry entry = found.get(0).entry();
            moduleByLabel.put(entry.label(), name);
            artifactByModule.put(name, entry.artifact());
            if (byArtifact.containsKey(entry.artifact())) {
                owners.putIfAbsent(name, byArtifact.get(entry.artifact()));
            }
        });
    }

    /** Whose they are. */
    ModuleOwners owners() {
        return new ModuleOwners(owners);
    }

    /** Those that the catalogue puts into an image. */
    List<String> of(Resolution resolution) {
        List<String> held = new ArrayList<>(resolution.modules().keySet());
        artifactByModule.forEach((module, artifact) -> {
            if (resolution.artifacts().containsKey(artifact)) {
                held.add(module);
            }
        });
        return held;
    }

    /** What one brings of the path: by its descriptor, and by its POM where it has none. */
    SortedSet<String> needs(String module) {
        SortedSet<String> needs = new TreeSet<>();
        index.find(module).ifPresent(found -> {
            needs.addAll(ModuleRequires.of(found.reference().descriptor()));
            needs.retainAll(index.modules().keySet());
            if (found.automatic()) {
                edges.of(found.entry()).orElse(Set.of()).stream()
                        .filter(moduleByLabel::containsKey)
                        .map(moduleByLabel::get)
                        .forEach(needs::add);
            }
        });
        return needs;
    }
}
