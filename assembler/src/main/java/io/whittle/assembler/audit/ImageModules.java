package io.whittle.assembler.audit;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
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

    static ImageModules of(Resolution resolution, ModuleRequires requires, Owners owners) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> queue = new ArrayDeque<>(resolution.modules().keySet());
        queue.addAll(resolution.jdkModules().keySet());
        queue.add("java.base");
        while (!queue.isEmpty()) {
            String next = queue.remove();
            boolean isIn = !owners.isDeclared(next) || resolution.modules().containsKey(next);
            if (isIn && requires.has(next) && reached.add(next)) {
                queue.addAll(requires.of(next));
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
