package io.whittle.assembler.link;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Resolution;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of a project's path that one image is made of: a jar that the catalogue names under some {@code artifacts} is on it
 * only where the resolution holds it. So a variant picks the jar of its platform out of several with classifiers, also where
 * all of these claim one module name.
 *
 * @param out {@code group:artifact[:classifier]} of the jars that are not on it
 */
public record PathOfImage(SortedSet<String> out) {
    public PathOfImage {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
    }

    /** What of a path is an image's. Linear in the catalogue. */
    public static PathOfImage of(FeatureCatalog catalog, Resolution resolution) {
        SortedSet<String> out =
                new TreeSet<>(ArtifactOwners.of(catalog).byArtifact().keySet());
        out.removeAll(resolution.artifacts().keySet());
        return new PathOfImage(out);
    }

    /** Whether a jar or folder is on it. */
    public boolean holds(PathEntry entry) {
        return !out.contains(entry.artifact());
    }

    /** Its entries, in the order of the path. */
    public List<PathEntry> entries(List<PathEntry> path) {
        return path.stream().filter(this::holds).toList();
    }

    /** Its modules. */
    public ModuleIndex modules(ModuleIndex index) {
        return index.of(this::holds);
    }
}
