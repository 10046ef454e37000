package io.whittle.assembler.link;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules that roots reach along {@code requires}. Roots come in groups: what a group reaches, breadth first, keeps
 * its chain from there, whoever reaches it later. What is {@code requires static} is optional at run time and not
 * followed.
 */
final class ModuleWalk {
    private final ModuleRequires requires;
    private final Border border;

    /** Each reached module, with the one that first reached it; empty for a root. */
    private final SortedMap<String, Optional<String>> reached = new TreeMap<>();

    private final List<Missing> missing = new ArrayList<>();

    /** Decides which edges the walk may follow. */
    @FunctionalInterface
    interface Border {
        /**
         * Whether {@code from} may reach {@code to}; a refusal is the border's to tell. Asked of every edge, also where
         * {@code to} is reached already.
         */
        boolean passes(String from, String to, ModuleWalk walk);
    }

    /**
     * A module that nobody has.
     *
     * @param module its name
     * @param from who requires it
     */
    record Missing(String module, String from) {}

    private ModuleWalk(ModuleRequires requires, Border border) {
        this.requires = requires;
        this.border = border;
    }

    /** Walks from the groups of roots in turn; linear in modules and requires. Roots must be in the index or in the JDK. */
    static ModuleWalk from(List<? extends Collection<String>> groups, ModuleIndex index, TargetJdk jdk, Border border) {
        ModuleWalk walk = new ModuleWalk(new ModuleRequires(index, jdk), border);
        groups.forEach(roots -> roots.forEach(root -> walk.reached.put(root, Optional.empty())));
        for (Collection<String> roots : groups) {
            Deque<String> queue = new ArrayDeque<>(new TreeSet<>(roots));
            while (!queue.isEmpty()) {
                walk.step(queue.remove(), queue);
            }
        }
        return walk;
    }

    /** Each reached module, with the one that first reached it. */
    SortedMap<String, Optional<String>> reached() {
        return Collections.unmodifiableSortedMap(reached);
    }

    /** Modules that nobody has, each once, with the one that first asks for it. */
    List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** The chain to a reached module, its root first. */
    List<String> chain(String module) {
        Deque<String> chain = new ArrayDeque<>();
        for (Optional<String> at = Optional.of(module); at.isPresent(); at = reached.get(at.get())) {
            chain.addFirst(at.get());
        }
        return List.copyOf(chain);
    }

    private void step(String from, Deque<String> queue) {
        for (String to : requires.of(from)) {
            if (!border.passes(from, to, this) || reached.containsKey(to)) {
                continue;
            }
            if (!requires.has(to)) {
                if (missing.stream().noneMatch(known -> known.module().equals(to))) {
                    missing.add(new Missing(to, from));
                }
                continue;
            }
            reached.put(to, Optional.of(from));
            queue.add(to);
        }
    }
}
