package io.whittle.assembler.plan;

import io.whittle.graph.resolve.JdkNeed;
import io.whittle.graph.resolve.Ownership;

import java.util.List;
import java.util.TreeSet;

/** The modules from which a plan begins: those of the features that are in, and those of jars that are to be modules. */
final class PlanRoots {
    private final PlanInput input;
    private final JarPlaces places;
    private final Asker asker;
    private final List<String> faults;
    private final List<String> notes;

    PlanRoots(PlanInput input, JarPlaces places, Asker asker, List<String> faults, List<String> notes) {
        this.input = input;
        this.places = places;
        this.asker = asker;
        this.faults = faults;
        this.notes = notes;
    }

    TreeSet<String> all() {
        TreeSet<String> roots = new TreeSet<>();
        input.resolution().modules().forEach((module, owner) -> {
            if (input.index().find(module).isPresent()) {
                roots.add(module);
            } else {
                faults.add(PlanFaults.rootMissing(module, asker.owner(owner), input));
            }
        });
        for (JdkNeed need : input.resolution().jdkModules().values()) {
            if (input.jdk().modules().containsKey(need.module())) {
                roots.add(need.module());
            } else if (need.whereItExists()) {
                notes.add(need.module() + " is not in the JDK " + input.jdk().version()
                        + ": left out, as the catalogue's question mark allows");
            } else {
                faults.add(PlanFaults.jdkModuleMissing(need, asker, input.jdk()));
            }
        }
        roots.addAll(places.moduleRoots());
        return roots;
    }

    /** In the order in which they are followed. */
    List<TreeSet<String>> groups(TreeSet<String> roots) {
        TreeSet<String> ofBase = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (String root : roots) {
            boolean base = asker.ownerOf(root)
                    .filter(Ownership.ByBase.class::isInstance)
                    .isPresent();
            (base ? ofBase : others).add(root);
        }
        // An image without java.base is none; a plan without roots still gives a JVM.
        others.add("java.base");
        // Base first: what it reaches through a library it reaches in every image, whoever else reaches it in this one.
        return List.of(ofBase, others);
    }
}
