package io.whittle.assembler.sbom;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
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
        input.plan().classPath().stream()
                .filter(jar -> jar.via().isEmpty())
                .forEach(jar -> depend(image, JarComponents.reference(jar.artifact())));
        nativeFiles.forEach(file -> depend(image, file));
        graph.add(image);
        for (String module : input.plan().modules().keySet()) {
            Dependency dependency = new Dependency(ModuleComponents.reference(module));
            SortedSet<String> required = new TreeSet<>(input.requires().getOrDefault(module, new TreeSet<>()));
            required.retainAll(input.plan().modules().keySet());
            required.forEach(name -> depend(dependency, ModuleComponents.reference(name)));
            graph.add(dependency);
        }
        for (PlannedJar jar : input.plan().classPath()) {
            Dependency dependency = new Dependency(JarComponents.reference(jar.artifact()));
            brought(input.plan(), jar.artifact()).forEach(reference -> depend(dependency, reference));
            graph.add(dependency);
        }
        nativeFiles.forEach(file -> graph.add(new Dependency(file)));
        return graph;
    }

    // Of all that a jar depends on a plan tells what it was the first to bring.
    private static SortedSet<String> brought(ImagePlan plan, String artifact) {
        SortedSet<String> brought = new TreeSet<>();
        plan.classPath().stream()
                .filter(jar -> jar.via().filter(artifact::equals).isPresent())
                .forEach(jar -> brought.add(JarComponents.reference(jar.artifact())));
        plan.modules().values().stream()
                .filter(module -> module.via().filter(artifact::equals).isPresent())
                .forEach(module -> brought.add(ModuleComponents.reference(module.name())));
        return brought;
    }

    private static void depend(Dependency dependent, String reference) {
        dependent.addDependency(new Dependency(reference));
    }
}
