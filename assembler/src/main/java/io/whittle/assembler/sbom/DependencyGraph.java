package io.whittle.assembler.sbom;

import org.cyclonedx.model.Dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What depends on what in an image: modules on what they require, the image on all that nobody requires. */
final class DependencyGraph {
    /** How others refer to the image itself. */
    static final String IMAGE = "image";

    private DependencyGraph() {}

    /**
     * Every component with what it depends on, also where that is nothing. Native files are the image's: no header tells which
     * module loads them.
     */
    static List<Dependency> of(SbomInput input, List<String> nativeFiles) {
        List<Dependency> graph = new ArrayList<>();
        Dependency image = new Dependency(IMAGE);
        input.plan().modules().values().stream()
                .filter(module -> module.via().isEmpty())
                .forEach(module -> depend(image, ModuleComponents.reference(module.name())));
        nativeFiles.forEach(file -> depend(image, file));
        graph.add(image);
        for (String module : input.plan().modules().keySet()) {
            Dependency dependency = new Dependency(ModuleComponents.reference(module));
            SortedSet<String> required = new TreeSet<>(input.requires().getOrDefault(module, new TreeSet<>()));
            required.retainAll(input.plan().modules().keySet());
            required.forEach(name -> depend(dependency, ModuleComponents.reference(name)));
            graph.add(dependency);
        }
        nativeFiles.forEach(file -> graph.add(new Dependency(file)));
        return graph;
    }

    private static void depend(Dependency dependent, String reference) {
        dependent.addDependency(new Dependency(reference));
    }
}
