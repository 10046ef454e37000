package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Provision;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which modules the catalogue lists, and whose the code of the others is. Listed are the project's own. Libraries follow
 * those that require them, except one which nobody requires and which alone provides a service that is needed: that one comes into
 * an image only as a feature.
 */
final class Listing {
    private final InitInput input;
    private final ModuleRequires requires;
    private final SortedSet<String> modules = new TreeSet<>();
    private final SortedMap<String, SortedSet<String>> users = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, ServiceUse>> asked = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> providers = new TreeMap<>();

    Listing(InitInput input) {
        this.input = input;
        this.requires = new ModuleRequires(input.index(), input.jdk());
        for (Provision provision : input.evidence().provisions()) {
            providers
                    .computeIfAbsent(provision.service(), none -> new TreeSet<>())
                    .add(provision.module());
        }
        SortedSet<String> more = own(input.index());
        while (!more.isEmpty()) {
            modules.addAll(more);
            follow();
            ask();
            more = lonelyProviders();
        }
    }

    /** The project's own modules, without jars that have no descriptor: those cannot be linked. */
    static SortedSet<String> own(ModuleIndex index) {
        return index.modules().values().stream()
                .map(found -> found.get(0))
                .filter(module -> module.entry().own() && !module.automatic())
                .map(ApplicationModule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void follow() {
        users.clear();
        for (String module : modules) {
            Deque<String> queue = new ArrayDeque<>(List.of(module));
            while (!queue.isEmpty()) {
                String next = queue.remove();
                if (users.computeIfAbsent(next, none -> new TreeSet<>()).add(module)) {
                    requires.of(next).stream()
                            .filter(required -> !modules.contains(required)
                                    && input.index().find(required).isPresent())
                            .forEach(queue::add);
                }
            }
        }
    }

    private void ask() {
        asked.clear();
        for (ServiceUse use : input.evidence().services()) {
            if (!use.optional() && providers.containsKey(use.service()) && !isProvidedByJdk(use.service())) {
                for (String user : users(use.module())) {
                    if (providers.get(use.service()).stream().noneMatch(provider -> isBehind(provider, user))) {
                        asked.computeIfAbsent(use.service(), none -> new TreeMap<>())
                                .putIfAbsent(user, use);
                    }
                }
            }
        }
    }

    private boolean isBehind(String provider, String user) {
        return provider.equals(user)
                || !modules.contains(provider) && users(provider).contains(user);
    }

    private boolean isProvidedByJdk(String service) {
        return input.jdk().modules().values().stream()
                .flatMap(module -> module.provides().stream())
                .anyMatch(provides -> provides.service().equals(service));
    }

    private SortedSet<String> lonelyProviders() {
        return asked.keySet().stream()
                .filter(service -> providers(service).isEmpty())
                .flatMap(service -> providers.get(service).stream())
                .filter(module -> users(module).isEmpty()
                        && input.index().find(module).stream().noneMatch(ApplicationModule::automatic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Evidence evidence() {
        return input.evidence();
    }

    SortedSet<String> modules() {
        return Collections.unmodifiableSortedSet(modules);
    }

    /** The listed modules whose code that of a module is: itself, or those that reach it over libraries alone. */
    SortedSet<String> users(String module) {
        return users.getOrDefault(module, Collections.emptySortedSet());
    }

    /** By service: who needs a provider of it and has none at hand, each with a place. */
    SortedMap<String, SortedMap<String, ServiceUse>> asked() {
        return Collections.unmodifiableSortedMap(asked);
    }

    /** The listed modules that provide a service. */
    SortedSet<String> providers(String service) {
        return providers.getOrDefault(service, Collections.emptySortedSet()).stream()
                .filter(modules::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
