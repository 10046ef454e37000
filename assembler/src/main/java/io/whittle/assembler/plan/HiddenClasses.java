package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.JarClasses;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.graph.resolve.Words;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes of the class path that nobody would find. A package that a module of the image has is that module's: the JVM never looks for it on the
 * class path, and what is only there is as good as not there.
 */
final class HiddenClasses {
    private final PlanInput input;
    private final ModuleWalk walk;
    private final Asker asker;
    private final Map<String, String> modules = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Of an image's modules. Linear in their packages. */
    HiddenClasses(PlanInput input, ModuleWalk walk, Asker asker) {
        this.input = input;
        this.walk = walk;
        this.asker = asker;
        for (String name : walk.modules()) {
            Optional<ApplicationModule> found = input.index().find(name);
            (found.isPresent()
                            ? found.get().reference().descriptor()
                            : input.jdk().modules().get(name))
                    .packages()
                    .forEach(each -> modules.put(each, name));
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What is hidden by modules of the JDK, on every class path as on this one. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Looks at a jar. Linear in its classes. */
    void look(String artifact, JarClasses jar) throws IOException {
        SortedMap<String, SortedSet<String>> byModule = new TreeMap<>();
        for (String name : jar.names()) {
            String module = modules.get(JarClasses.packageOf(name));
            if (module != null) {
                byModule.computeIfAbsent(module, none -> new TreeSet<>()).add(name);
            }
        }
        for (Map.Entry<String, SortedSet<String>> each : byModule.entrySet()) {
            Optional<ApplicationModule> module = input.index().find(each.getKey());
            if (module.isPresent()) {
                look(artifact, module.get(), each.getValue());
            } else {
                notes.add(artifact + " on the class path has "
                        + (each.getValue().size() == 1
                                ? "a class"
                                : each.getValue().size() + " classes")
                        + " in packages of " + each.getKey() + ", such as "
                        + each.getValue().first() + ": the JVM takes those of " + each.getKey());
            }
        }
    }

    private void look(String artifact, ApplicationModule module, SortedSet<String> classes) throws IOException {
        List<String> missing = new ArrayList<>();
        try (ModuleReader reader = module.reference().open()) {
            for (String name : classes) {
                if (reader.find(name.replace('.', '/') + ".class").isEmpty()) {
                    missing.add(name);
                }
            }
        }
        if (!missing.isEmpty()) {
            faults.add("Module " + module.name() + " and " + artifact + " on the class path share "
                    + Words.list(
                            missing.stream()
                                    .map(JarClasses::packageOf)
                                    .distinct()
                                    .limit(3)
                                    .toList(),
                            "and")
                    + ", and the JVM looks for a package that a module has only there: "
                    + missing.get(0)
                    + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more classes" : "")
                    + " would never be found.\n  "
                    + Asker.capital(asker.chain(walk.chain(module.name()))) + ".\n  "
                    + Asker.capital(asker.chain(walk.chain(artifact))) + ".\n  "
                    + "Make both modules (as: module), or put both on the class path.");
        }
    }
}
