package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.assembler.init.Sketch.Choice;
import io.whittle.assembler.init.Sketch.Edge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Services that are needed and that several features provide: capabilities. */
final class Choices {
    private final Groups groups;
    private final SortedSet<String> base;
    private final SortedMap<String, Choice> byService = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, ServiceUse>> askers = new TreeMap<>();

    /**
     * Looks for them.
     *
     * @param base first modules of the groups that are base
     * @param features by their modules
     */
    Choices(Listing listing, Groups groups, SortedSet<String> base, Map<String, String> features) {
        this.groups = groups;
        this.base = base;
        Names names = new Names(Set.of());
        listing.asked().forEach((service, uses) -> {
            SortedSet<String> providers = groups.heads(listing.providers(service));
            SortedMap<String, ServiceUse> open = new TreeMap<>(uses);
            open.keySet().removeIf(asker -> hasOne(groups.head(asker), providers));
            if (providers.size() > 1 && !open.isEmpty()) {
                String name = names.take(service.replace('$', '.'), 1);
                List<String> provided =
                        providers.stream().map(features::get).sorted().toList();
                byService.put(service, new Choice(name, service, provided));
                askers.put(service, open);
            }
        });
    }

    /** Whether a provider is in wherever the asker is. */
    private boolean hasOne(String asker, SortedSet<String> providers) {
        return providers.stream()
                .anyMatch(provider ->
                        base.contains(provider) || provider.equals(asker) || groups.reaches(asker, provider));
    }

    List<Choice> all() {
        return byService.values().stream()
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** The capabilities that these modules need. */
    List<Edge> needs(SortedSet<String> modules) {
        SortedMap<String, Edge> needs = new TreeMap<>();
        askers.forEach((service, uses) -> {
            String name = byService.get(service).name();
            uses.forEach((asker, use) -> {
                if (modules.contains(asker)) {
                    needs.putIfAbsent(
                            name,
                            new Edge(name, new Reason(Grade.SERVICE, use.place().toString()).toString()));
                }
            });
        });
        return List.copyOf(needs.values());
    }
}
