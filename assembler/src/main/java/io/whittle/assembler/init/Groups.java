package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Grade;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The listed modules, those together that need one another: none of them is ever in alone. A group is known by its first module.
 * Quadratic in the number of listed modules.
 */
final class Groups {
    private final SortedSet<String> modules;
    private final SortedMap<String, SortedMap<String, Reason>> needed = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> reached = new TreeMap<>();
    private SortedMap<String, String> heads = new TreeMap<>();

    Groups(Listing listing, Ties ties) {
        this.modules = listing.modules();
        for (String module : modules) {
            needed.put(module, ties.needed(module));
            heads.put(module, module);
        }
        SortedMap<String, String> before;
        do {
            before = heads;
            bindOnlyProviders(listing);
            heads = join();
            // Providers that have become one leave no choice any more.
        } while (!heads.equals(before));
    }

    /** A service that one group alone provides is as good as required by whoever needs it. */
    private void bindOnlyProviders(Listing listing) {
        listing.asked().forEach((service, askers) -> {
            SortedSet<String> providers = listing.providers(service);
            if (heads(providers).size() == 1) {
                askers.forEach((asker, use) -> needed.get(asker)
                        .putIfAbsent(
                                providers.first(),
                                new Reason(Grade.SERVICE, use.place() + " needs a provider of " + use.service())));
            }
        });
    }

    private SortedMap<String, String> join() {
        modules.forEach(module -> reached.put(module, reach(module)));
        SortedMap<String, String> joined = new TreeMap<>();
        for (String module : modules) {
            joined.put(
                    module,
                    reached.get(module).stream()
                            .filter(other -> reached.get(other).contains(module))
                            .findFirst()
                            .orElse(module));
        }
        return joined;
    }

    private SortedSet<String> reach(String module) {
        SortedSet<String> reach = new TreeSet<>();
        Deque<String> queue = new ArrayDeque<>();
        queue.add(module);
        while (!queue.isEmpty()) {
            needed.get(queue.remove()).keySet().stream().filter(reach::add).forEach(queue::add);
        }
        return reach;
    }

    /** The first module of each group. */
    SortedSet<String> heads() {
        return heads(modules);
    }

    /** Of these modules' groups. */
    SortedSet<String> heads(SortedSet<String> some) {
        return some.stream().map(heads::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first module of a module's group. */
    String head(String module) {
        return heads.get(module);
    }

    /** The modules of a group. */
    SortedSet<String> members(String head) {
        return modules.stream()
                .filter(module -> heads.get(module).equals(head))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether one group cannot do without another, at once or through others. */
    boolean reaches(String head, String other) {
        return reached.get(head).contains(other);
    }

    /** The modules that a module cannot do without, each with the reason. */
    SortedMap<String, Reason> needed(String module) {
        return Collections.unmodifiableSortedMap(needed.get(module));
    }
}
