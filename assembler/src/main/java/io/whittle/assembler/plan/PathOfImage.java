package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Resolution;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of a project's path that one image is made of: a jar that the catalogue names under some {@code artifacts} is on it
 * only where the resolution holds it. So a variant picks the jar of its platform out of several with classifiers, also where
 * all of these claim one module name. And where the profile puts another artifact behind a module, no other holds that module.
 *
 * @param out {@code group:artifact[:classifier]} of the jars that are not on it
 * @param replaced module name to the artifact that alone may hold it
 */
public record PathOfImage(SortedSet<String> out, SortedMap<String, String> replaced) {
    public PathOfImage {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
        replaced = Collections.unmodifiableSortedMap(new TreeMap<>(replaced));
    }

    /** What of a path is an image's. Linear in the catalogue. */
    public static PathOfImage of(FeatureCatalog catalog, Resolution resolution) {
        SortedSet<String> out =
                new TreeSet<>(ArtifactOwners.of(catalog).byArtifact().keySet());
        out.removeAll(resolution.artifacts().keySet());
        SortedMap<String, String> replaced = new TreeMap<>();
        resolution
                .profile()
                .replace()
                .forEach((module, said) -> replaced.put(module, said.value().text()));
        return new PathOfImage(out, replaced);
    }

    /** Whether a jar or folder is on it, as far as the catalogue's {@code artifacts} go. */
    public boolean holds(PathEntry entry) {
        return !out.contains(entry.artifact());
    }

    /** Its entries, in the order of the path, without those whose only module another jar holds in their place. */
    public List<PathEntry> entries(List<PathEntry> path, ModuleIndex index) {
        SortedSet<String> gone = new TreeSet<>();
        replaced.keySet().forEach(module -> replacedBy(index, module).forEach(other -> gone.add(other.artifact())));
        return path.stream()
                .filter(entry -> holds(entry) && !gone.contains(entry.artifact()))
                .toList();
    }

    /** Its modules. */
    public ModuleIndex modules(ModuleIndex index) {
        return index.of(module -> holds(module.entry()) && !isReplaced(index, module), this::holds);
    }

    /** The jars that another one takes the place of, in the order of the path. */
    public List<PathEntry> replacedBy(ModuleIndex index, String module) {
        return index.modules().getOrDefault(module, List.of()).stream()
                .filter(found -> isReplaced(index, found))
                .map(ApplicationModule::entry)
                .filter(this::holds)
                .toList();
    }

    // Nothing is taken away where what takes its place is not there: that is one fault, and not two.
    private boolean isReplaced(ModuleIndex index, ApplicationModule module) {
        String artifact = replaced.get(module.name());
        return artifact != null
                && !module.entry().artifact().equals(artifact)
                && index.modules().get(module.name()).stream()
                        .anyMatch(other -> other.entry().artifact().equals(artifact));
    }
}
