package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whose every module is that the catalogue names, on whatever platform.
 *
 * @param byModule module name to its owners: one, or several variants of one feature
 */
public record ModuleOwners(SortedMap<String, List<Ownership>> byModule) {
    public ModuleOwners {
        byModule = Copies.ofLists(byModule);
    }

    /** The owners of all modules of base, features, variants and fallbacks. Linear in the catalogue. */
    public static ModuleOwners of(FeatureCatalog catalog) {
        SortedMap<String, List<Ownership>> owners = new TreeMap<>();
        add(owners, catalog.base().body().modules(), module -> new Ownership.ByBase(module.place()));
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            add(owners, feature.body().modules(), module -> new Ownership.ByFeature(name, module.place()));
            for (Variant variant : feature.variants()) {
                add(
                        owners,
                        variant.body().modules(),
                        module -> new Ownership.ByVariant(name, variant.when(), module.place()));
            }
            add(owners, feature.fallback(), module -> new Ownership.ByFallback(name, module.place()));
        }
        return new ModuleOwners(owners);
    }

    /** The owners of a module; empty for a module of no feature, such as a library. */
    public List<Ownership> owners(String module) {
        return byModule.getOrDefault(module, List.of());
    }

    private static void add(
            SortedMap<String, List<Ownership>> owners, List<Mention> modules, Function<Mention, Ownership> owner) {
        for (Mention module : modules) {
            owners.computeIfAbsent(module.text(), name -> new ArrayList<>()).add(owner.apply(module));
        }
    }
}
