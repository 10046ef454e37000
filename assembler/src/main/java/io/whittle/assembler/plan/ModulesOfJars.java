package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.SortedSet;

/** The modules that an image has for the sake of jars: those of which the catalogue says that they are linked as modules. */
public final class ModulesOfJars {
    private ModulesOfJars() {}

    /** Their names. Linear in the path, and in what depends on what where the catalogue makes modules of jars. */
    public static SortedSet<String> of(
            FeatureCatalog catalog, Resolution resolution, ModuleIndex index, JarEdges edges) {
        List<PathEntry> jars = index.modules().values().stream()
                .flatMap(List::stream)
                .map(ApplicationModule::entry)
                .distinct()
                .toList();
        return JarPlaces.of(catalog, resolution, index, new JarPath(jars, edges))
                .moduleRoots();
    }
}
