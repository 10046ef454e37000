package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.resolve.Applicability.FeatureOut;
import io.whittle.graph.resolve.Applicability.Hindrance;
import io.whittle.graph.resolve.Applicability.OtherPlatform;
import io.whittle.graph.resolve.Applicability.Role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the checks of a catalogue are to one image. A check is applicable where all that it needs and all that it
 * proves is in, and its condition holds.
 *
 * @param checks every check of the catalogue, by name
 * @param withoutCheck features that are in, public and internal alike, and name no check
 * @param onlyInapplicable features that are in and name checks, none of which is applicable
 */
public record CheckScope(
        SortedMap<String, Applicability> checks, SortedSet<String> withoutCheck, SortedSet<String> onlyInapplicable) {
    public CheckScope {
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
        withoutCheck = Collections.unmodifiableSortedSet(new TreeSet<>(withoutCheck));
        onlyInapplicable = Collections.unmodifiableSortedSet(new TreeSet<>(onlyInapplicable));
    }

    /** The scope of the checks in what this catalogue came to. Time grows with the lines of the catalogue on checks. */
    public static CheckScope of(FeatureCatalog catalog, Resolution resolution) {
        Map<String, SortedMap<String, FeatureOut>> out = featuresOut(catalog, resolution);
        SortedMap<String, Applicability> checks = new TreeMap<>();
        catalog.checks().forEach((name, check) -> {
            List<Hindrance> hindrances = new ArrayList<>();
            if (!check.when().holds(resolution.platform())) {
                hindrances.add(new OtherPlatform(check.when(), resolution.platform()));
            }
            hindrances.addAll(out.getOrDefault(name, new TreeMap<>()).values());
            checks.put(name, new Applicability(check.name(), hindrances));
        });
        return new CheckScope(checks, withoutCheck(catalog, resolution), onlyInapplicable(catalog, resolution, checks));
    }

    /**
     * The scope of the checks in an image that several resolutions come to: a check is applicable where it is in one of them.
     *
     * @param resolutions on one platform; never empty
     */
    public static CheckScope ofAny(FeatureCatalog catalog, List<Resolution> resolutions) {
        SortedMap<String, Applicability> checks = new TreeMap<>();
        SortedSet<String> without = new TreeSet<>();
        SortedSet<String> only = new TreeSet<>();
        for (Resolution resolution : resolutions) {
            CheckScope scope = of(catalog, resolution);
            scope.checks()
                    .forEach((name, said) -> checks.merge(name, said, (one, other) -> one.applicable() ? one : other));
            without.addAll(scope.withoutCheck());
            only.addAll(scope.onlyInapplicable());
        }
        only.removeIf(name -> catalog.features().get(name).checks().stream()
                .anyMatch(check -> checks.get(check.text()).applicable()));
        return new CheckScope(checks, without, only);
    }

    /** The checks that are applicable, by name. */
    public SortedSet<String> applicable() {
        SortedSet<String> applicable = new TreeSet<>();
        checks.forEach((name, said) -> {
            if (said.applicable()) {
                applicable.add(name);
            }
        });
        return applicable;
    }

    /** By check: the features that stand against it. */
    private static Map<String, SortedMap<String, FeatureOut>> featuresOut(
            FeatureCatalog catalog, Resolution resolution) {
        Map<String, SortedMap<String, FeatureOut>> out = new HashMap<>();
        for (String name : resolution.out()) {
            for (Mention check : catalog.features().get(name).checks()) {
                out.computeIfAbsent(check.text(), key -> new TreeMap<>())
                        .put(name, new FeatureOut(name, Role.PROVED, check.place()));
            }
        }
        for (Check check : catalog.checks().values()) {
            for (Mention with : check.with()) {
                if (!resolution.features().get(with.text()).isIn()) {
                    out.computeIfAbsent(check.name().text(), key -> new TreeMap<>())
                            .put(with.text(), new FeatureOut(with.text(), Role.NEEDED, with.place()));
                }
            }
        }
        return out;
    }

    private static SortedSet<String> withoutCheck(FeatureCatalog catalog, Resolution resolution) {
        SortedSet<String> without = new TreeSet<>(resolution.in());
        without.removeIf(name -> !catalog.features().get(name).checks().isEmpty());
        return without;
    }

    private static SortedSet<String> onlyInapplicable(
            FeatureCatalog catalog, Resolution resolution, Map<String, Applicability> checks) {
        SortedSet<String> only = new TreeSet<>();
        for (String name : resolution.in()) {
            Feature feature = catalog.features().get(name);
            if (!feature.checks().isEmpty()
                    && feature.checks().stream()
                            .noneMatch(check -> checks.get(check.text()).applicable())) {
                only.add(name);
            }
        }
        return only;
    }
}
