package io.whittle.assembler.explain;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.graph.resolve.Ownership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The modules on disk, asked from the far end: who reaches a module. */
final class ModuleReach {
    private final Map<String, SortedSet<String>> requiredBy = new TreeMap<>();

    /** Turns every {@code requires} around. Linear in them. */
    ModuleReach(ModuleRequires requires) {
        for (String module : requires.all()) {
            for (String required : requires.of(module)) {
                requiredBy.computeIfAbsent(required, none -> new TreeSet<>()).add(module);
            }
        }
    }

    /**
     * The owners of roots that reach a module, each once, with a shortest chain, the shortest first. What is reached through a
     * module that another owner holds is that one's: beyond such a module nobody is looked for. Breadth first from the module;
     * linear.
     *
     * @param closed modules that are not in the image
     */
    List<ModuleWay> to(String module, ModuleRoots roots, Predicate<String> closed) {
        return to(module, roots, closed, (from, to) -> false);
    }

    /**
     * The same where some requirements are not followed.
     *
     * @param cut whether the first does without the second
     */
    List<ModuleWay> to(String module, ModuleRoots roots, Predicate<String> closed, BiPredicate<String, String> cut) {
        Map<Object, ModuleWay> ways = new LinkedHashMap<>();
        Map<String, Optional<String>> next = new HashMap<>(Map.of(module, Optional.empty()));
        Set<String> level = new TreeSet<>(Set.of(module));
        while (!level.isEmpty()) {
            Set<String> further = new TreeSet<>();
            for (String at : level) {
                List<Ownership> owners = owners(at, roots);
                owners.forEach(owner -> ways.putIfAbsent(who(owner), new ModuleWay(owner, chain(at, next))));
                if (!roots.held().containsKey(at)) {
                    for (String from : requiredBy.getOrDefault(at, new TreeSet<>())) {
                        if (!closed.test(from)
                                && !cut.test(from, at)
                                && next.putIfAbsent(from, Optional.of(at)) == null) {
                            further.add(from);
                        }
                    }
                }
            }
            level = further;
        }
        return List.copyOf(ways.values());
    }

    private static List<Ownership> owners(String module, ModuleRoots roots) {
        List<Ownership> owners = new ArrayList<>(roots.held().getOrDefault(module, List.of()));
        owners.addAll(roots.ofJdk().getOrDefault(module, List.of()));
        return owners;
    }

    // A feature and its fallback are two.
    private static Object who(Ownership owner) {
        return List.of(owner.feature(), owner instanceof Ownership.ByFallback);
    }

    private static List<String> chain(String from, Map<String, Optional<String>> next) {
        Deque<String> chain = new ArrayDeque<>();
        for (Optional<String> at = Optional.of(from); at.isPresent(); at = next.get(at.get())) {
            chain.addLast(at.get());
        }
        return List.copyOf(chain);
    }
}
