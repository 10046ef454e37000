package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a profile comes to on a platform.
 *
 * @param source the text of the catalogue, for places
 * @param catalog the catalogue's own name
 * @param profile the profile, with what it inherits
 * @param platform what the image is made for
 * @param features every feature of the catalogue, by name
 * @param requirements by feature that is in: its requirements that count on the platform, by name of the required one
 * @param modules root modules of the image, by name
 * @param jdkModules modules of the JDK beyond what modules require, by name
 * @param artifacts jars that are not modules, by {@code group:artifact[:classifier]}, each with its owners: base first,
 *     then by name of the feature
 * @param warnings in the order of the file
 */
public record Resolution(
        CatalogSource source,
        Optional<String> catalog,
        EffectiveProfile profile,
        Platform platform,
        SortedMap<String, Decision> features,
        SortedMap<String, List<Requirement>> requirements,
        SortedMap<String, Ownership> modules,
        SortedMap<String, JdkNeed> jdkModules,
        SortedMap<String, List<Ownership>> artifacts,
        List<Notice> warnings) {
    public Resolution {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        requirements = Copies.ofLists(requirements);
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        jdkModules = Collections.unmodifiableSortedMap(new TreeMap<>(jdkModules));
        artifacts = Copies.ofLists(artifacts);
        warnings = warnings.stream().sorted().toList();
    }

    /** Features that are in. */
    public SortedSet<String> in() {
        return named(true);
    }

    /** Features that are out. */
    public SortedSet<String> out() {
        return named(false);
    }

    /**
     * The requirements that brought a feature, from one that is asked for, or that base requires, to this one; empty
     * when it is such a one itself, and when it is out. One of the shortest chains.
     */
    public List<Requirement> chain(String feature) {
        List<Requirement> chain = new ArrayList<>();
        String at = feature;
        while (features.get(at) instanceof Decision.In in && in.reason() instanceof Reason.RequiredBy required) {
            chain.add(required.by());
            at = required.by().feature();
        }
        Collections.reverse(chain);
        return List.copyOf(chain);
    }

    private SortedSet<String> named(boolean in) {
        SortedSet<String> names = new TreeSet<>();
        features.forEach((name, decision) -> {
            if (decision.isIn() == in) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }
}
