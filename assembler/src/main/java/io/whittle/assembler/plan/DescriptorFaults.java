package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.Circles;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.graph.resolve.Words;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Descriptors that can be read and are not true, or not all at once. */
final class DescriptorFaults {
    private final PlanInput input;
    private final ModuleWalk walk;
    private final Asker asker;

    DescriptorFaults(PlanInput input, ModuleWalk walk, Asker asker) {
        this.input = input;
        this.walk = walk;
        this.asker = asker;
    }

    List<String> all() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String module : walk.modules()) {
            Optional<ApplicationModule> found = input.index().find(module);
            // What is made was looked at before it was.
            if (found.isPresent() && found.get().changed().isEmpty()) {
                faults.addAll(providers(found.get()));
            }
        }
        ModuleRequires requires = new ModuleRequires(input.index(), input.jdk());
        Circles.of(walk.modules(), module -> within(requires.withStatic(module)))
                .forEach(circle -> faults.add(fault(circle)));
        return faults;
    }

    private SortedSet<String> within(SortedSet<String> modules) {
        SortedSet<String> within = new TreeSet<>(modules);
        within.retainAll(walk.modules());
        return within;
    }

    // jlink links such a module, and the program that asks for the service fails.
    private List<String> providers(ApplicationModule module) throws IOException {
        List<String> faults = new ArrayList<>();
        SortedSet<Provides> provides =
                new TreeSet<>(module.reference().descriptor().provides());
        if (provides.isEmpty()) {
            return faults;
        }
        try (ModuleReader reader = module.reference().open()) {
            for (Provides each : provides) {
                for (String provider : each.providers()) {
                    if (reader.find(provider.replace('.', '/') + ".class").isEmpty()) {
                        faults.add("Module " + module.name() + " (" + label(module) + ") provides " + each.service()
                                + " with " + provider + ", and has no such class.\n  It is in since "
                                + asker.chain(walk.chain(module.name()))
                                + ".\n  Correct 'provides' in its module-info, or take another version of it.");
                    }
                }
            }
        }
        return faults;
    }

    private String fault(SortedSet<String> circle) {
        return "Modules " + Words.list(List.copyOf(circle), "and")
                + " require each other in a circle, which the JDK refuses also where it is 'static'.\n"
                + circle.stream()
                        .map(module -> "    "
                                + input.index()
                                        .find(module)
                                        .map(found -> label(found) + ": ")
                                        .orElse("")
                                + asker.chain(walk.chain(module)) + "\n")
                        .collect(Collectors.joining())
                + "  Take versions that do not, or lay a jar without module-info on the class path ('as: classpath').";
    }

    private static String label(ApplicationModule module) {
        return module.entry().label() + ", " + module.path();
    }
}
