package io.whittle.assembler.audit;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose the code of each module is. That of a library is of everybody whose modules reach it over libraries alone: what it uses, they
 * use.
 */
final class Owners {
    private final OwnedModules modules;
    private final ModuleOwners declared;
    private final Map<String, SortedMap<Owner, String>> behind = new HashMap<>();

    /** By module and owner: the module before on the way to it; none before an owner's own. */
    private final Map<String, Map<Owner, String>> before = new HashMap<>();

    /**
     * Of the modules of a path.
     *
     * @param edges what jars depend on
     */
    Owners(FeatureCatalog catalog, ModuleIndex index, JarEdges edges) {
        this.modules = new OwnedModules(catalog, index, edges);
        this.declared = modules.owners();
        for (String module : declared.byModule().keySet()) {
            declared.owners(module).stream()
                    .filter(ownership -> !(ownership instanceof Ownership.ByFallback))
                    .forEach(ownership -> spread(new Owner(ownership.feature()), module));
        }
    }

    private void spread(Owner owner, String module) {
        Deque<String> queue = new ArrayDeque<>(List.of(module));
        Set<String> seen = new HashSet<>(queue);
        while (!queue.isEmpty()) {
            String next = queue.remove();
            behind.computeIfAbsent(next, none -> new TreeMap<>()).putIfAbsent(owner, module);
            for (String required : modules.needs(next)) {
                if (!isDeclared(required) && seen.add(required)) {
                    queue.add(required);
                    before.computeIfAbsent(required, none -> new HashMap<>()).putIfAbsent(owner, next);
                }
            }
        }
    }

    /** What the path has of an image: what the catalogue puts there, and what that brings. */
    OwnedModules modules() {
        return modules;
    }

    /** Whether the catalogue gives the module to somebody. */
    boolean isDeclared(String module) {
        return declared.byModule().containsKey(module);
    }

    /** Whether a feature, base or a fallback has the module, or reaches it over libraries. */
    boolean isReached(String module) {
        return behind.containsKey(module) || isDeclared(module);
    }

    /** Whose the code of a module is, each with the module of his from which it is reached; nobody's for a fallback. */
    SortedMap<Owner, String> of(String module) {
        return behind.getOrDefault(module, new TreeMap<>());
    }

    /** Modules from the owner's own to one that he reaches, both with it; a shortest way from that module. */
    List<String> chain(Owner owner, String module) {
        LinkedList<String> chain = new LinkedList<>(List.of(module));
        Optional<String> previous = previous(owner, module);
        while (previous.isPresent()) {
            chain.addFirst(previous.get());
            previous = previous(owner, previous.get());
        }
        return chain;
    }

    private Optional<String> previous(Owner owner, String module) {
        return Optional.ofNullable(before.getOrDefault(module, Map.of()).get(owner));
    }

    /** To whom the catalogue gives the module; nobody for a library, and for a fallback. */
    List<Owner> declared(String module) {
        return declared.owners(module).stream()
                .filter(ownership -> !(ownership instanceof Ownership.ByFallback))
                .map(ownership -> new Owner(ownership.feature()))
                .distinct()
                .toList();
    }

    /** Whether a module counts on a platform: that of a variant does not on every one. */
    boolean counts(String module, Platform platform) {
        List<Ownership> owners = declared.owners(module);
        return owners.isEmpty()
                || owners.stream()
                        .anyMatch(ownership -> !(ownership instanceof Ownership.ByVariant variant)
                                || variant.when().holds(platform));
    }

    /** Where a module counts, where it is that of variants alone. */
    List<Ownership.ByVariant> variants(String module) {
        List<Ownership> owners = declared.owners(module);
        return owners.stream().allMatch(Ownership.ByVariant.class::isInstance)
                ? owners.stream().map(Ownership.ByVariant.class::cast).toList()
                : List.of();
    }
}
