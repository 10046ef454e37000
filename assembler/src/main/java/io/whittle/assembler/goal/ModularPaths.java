package io.whittle.assembler.goal;

import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A module path of which also jars without a descriptor can be linked, with each JDK once; what is made of them is kept below the
 * output folder. Not for several threads.
 */
final class ModularPaths {
    private final ModuleIndex index;
    private final JarEdges edges;
    private final FeatureCatalog catalog;
    private final Path output;
    private final Map<Path, ModularPath> byJdk = new HashMap<>();

    ModularPaths(ModuleIndex index, JarEdges edges, FeatureCatalog catalog, Path output) {
        this.index = index;
        this.edges = edges;
        this.catalog = catalog;
        this.output = output;
    }

    ModularPaths(LinkRequest request, FeatureCatalog catalog) {
        this(ModuleIndex.of(request.path()), request.edges(), catalog, request.output());
    }

    /** The path beside this JDK. */
    ModularPath with(TargetJdk jdk) throws IOException {
        ModularPath known = byJdk.get(jdk.home());
        if (known == null) {
            known = of(index, edges, catalog, jdk, output);
            byJdk.put(jdk.home(), known);
        }
        return known;
    }

    static ModularPath of(LinkRequest request, FeatureCatalog catalog, TargetJdk jdk) throws IOException {
        return of(ModuleIndex.of(request.path()), request.edges(), catalog, jdk, request.output());
    }

    static ModularPath of(List<PathEntry> path, FeatureCatalog catalog, TargetJdk jdk, Path output) throws IOException {
        return of(ModuleIndex.of(path), JarEdges.UNKNOWN, catalog, jdk, output);
    }

    static ModularPath of(ModuleIndex index, JarEdges edges, FeatureCatalog catalog, TargetJdk jdk, Path output)
            throws IOException {
        // Descriptors are made of what code says: a POM does not know that an API and its binding go together.
        return new ModularPath(index, catalog, JarEdges.UNKNOWN, edges, jdk, output);
    }
}
