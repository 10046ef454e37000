package io.whittle.assembler.goal;

import io.whittle.assembler.modular.JarEdges;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Module paths of which also jars without a descriptor can be linked; what is made of them is kept below the output folder. */
final class ModularPaths {
    private ModularPaths() {}

    static ModularPath of(LinkRequest request, FeatureCatalog catalog, TargetJdk jdk) throws IOException {
        return of(request.path(), catalog, jdk, request.output());
    }

    static ModularPath of(List<PathEntry> path, FeatureCatalog catalog, TargetJdk jdk, Path output) throws IOException {
        return of(ModuleIndex.of(path), catalog, jdk, output);
    }

    static ModularPath of(ModuleIndex index, FeatureCatalog catalog, TargetJdk jdk, Path output) throws IOException {
        return new ModularPath(index, catalog, JarEdges.UNKNOWN, jdk, output);
    }
}
