package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules that roots reach along {@code requires}, and the jars of the class path along their POMs. Roots come in groups: what a group
 * reaches, breadth first, keeps its chain from there, whoever reaches it later. What is {@code requires static} is optional at run time and
 * not followed.
 */
final class ModuleWalk {
    /** Each that is reached, with the one that first reached it; empty for a root. */
    private final SortedMap<String, Optional<String>> reached = new TreeMap<>();

    private final List<Missing> missing = new ArrayList<>();

    /** Who needs whom. */
    interface Needs {
        /** The names of what one needs. */
        SortedSet<String> of(String node) throws IOException;

        /** Whether one is there at all. */
        boolean has(String node);
    }

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
     * What nobody has.
     *
     * @param module its name
     * @param from who needs it
     */
    record Missing(String module, String from) {}

    private ModuleWalk() {}

    /** Walks from the groups of roots in turn; linear in modules and requires. Roots must be in the index or in the JDK. */
    static ModuleWalk from(List<? extends Collection<String>> groups, ModuleIndex index, TargetJdk jdk, Border border)
            throws IOException {
        ModuleRequires requires = new ModuleRequires(index, jdk);
        ModuleWalk walk = new ModuleWalk();
        Needs modules = new Needs() {
            @Override
            public SortedSet<String> of(String module) {
                return requires.of(module);
            }

            @Override
            public boolean has(String module) {
                return requires.has(module);
            }
        };
        walk.on(groups, modules, border);
        return walk;
    }

    /** Walks on from more groups of roots. What is reached already keeps its chain. */
    void on(List<? extends Collection<String>> groups, Needs needs, Border border) throws IOException {
        groups.forEach(roots -> roots.forEach(root -> reached.putIfAbsent(root, Optional.empty())));
        for (Collection<String> roots : groups) {
            Deque<String> queue = new ArrayDeque<>(new TreeSet<>(roots));
            while (!queue.isEmpty()) {
                step(queue.remove(), queue, needs, border);
            }
        }
    }

    /** Each that is reached, with the one that first reached it. */
    SortedMap<String, Optional<String>> reached() {
        return Collections.unmodifiableSortedMap(reached);
    }

    /** Those of them that are modules and not jars of a class path. */
    SortedSet<String> modules() {
        SortedSet<String> modules = new TreeSet<>(reached.keySet());
        modules.removeIf(JarNeeds::isJar);
        return modules;
    }

    /** What nobody has, each once, with the one that first asks for it. */
    List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** The chain to one that is reached, its root first. */
    List<String> chain(String module) {
        Deque<String> chain = new ArrayDeque<>();
        for (Optional<String> at = Optional.of(module); at.isPresent(); at = reached.get(at.get())) {
            chain.addFirst(at.get());
        }
        return List.copyOf(chain);
    }

    private void step(String from, Deque<String> queue, Needs needs, Border border) throws IOException {
        for (String to : needs.of(from)) {
            if (!border.passes(from, to, this) || reached.containsKey(to)) {
                continue;
            }
            if (!needs.has(to)) {
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
