package io.whittle.assembler.audit;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The modules of one image: those of what is in, and what they reach. A module of a feature that is out is not among them, whoever
 * requires it: such an image is never linked.
 *
 * @param resolution what is in
 * @param modules names
 */
record ImageModules(Resolution resolution, SortedSet<String> modules) {
    ImageModules {
        modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
    }

    static ImageModules of(Resolution resolution, ModuleRequires requires, Owners owners, ClassNeeds classes) {
        Set<String> held = new HashSet<>(owners.modules().of(resolution));
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> queue = new ArrayDeque<>(held);
        queue.addAll(resolution.jdkModules().keySet());
        queue.add("java.base");
        while (!queue.isEmpty()) {
            String next = queue.remove();
            boolean isIn = !owners.isDeclared(next) || held.contains(next);
            if (isIn && requires.has(next) && reached.add(next)) {
                queue.addAll(requires.of(next));
                queue.addAll(owners.modules().needs(next));
                queue.addAll(classes.ofJdk(next));
            }
        }
        return new ImageModules(resolution, reached);
    }

    Bite bite() {
        return new Bite(resolution.profile().name(), resolution.platform());
    }

    /** Whether an owner is in; base always is. */
    boolean holds(Owner owner) {
        return owner.feature()
                .map(name -> resolution.features().get(name).isIn())
                .orElse(true);
    }
}
