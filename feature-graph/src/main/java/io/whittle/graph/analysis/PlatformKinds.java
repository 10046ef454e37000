package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells platforms apart only where a catalogue does: two on which every condition in it says the same see the same graph. A
 * catalogue that never asks for more than the operating system has six kinds, whatever the number of platforms.
 */
final class PlatformKinds {
    private final List<PlatformCondition> conditions;

    private PlatformKinds(Set<PlatformCondition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** By all conditions of features, base and profiles. */
    static PlatformKinds of(FeatureCatalog catalog) {
        Set<PlatformCondition> conditions = new LinkedHashSet<>();
        addFeatures(catalog, conditions);
        catalog.profiles().values().forEach(profile -> addProfile(profile, conditions));
        return new PlatformKinds(conditions);
    }

    /** By what decides on requirements alone: conditions of features and base. */
    static PlatformKinds ofFeatures(FeatureCatalog catalog) {
        Set<PlatformCondition> conditions = new LinkedHashSet<>();
        addFeatures(catalog, conditions);
        return new PlatformKinds(conditions);
    }

    /** The platforms by kind, each in the order given. */
    List<List<Platform>> sort(List<Platform> platforms) {
        Map<BitSet, List<Platform>> kinds = new LinkedHashMap<>();
        for (Platform platform : platforms) {
            BitSet holds = new BitSet(conditions.size());
            for (int i = 0; i < conditions.size(); i++) {
                holds.set(i, conditions.get(i).holds(platform));
            }
            kinds.computeIfAbsent(holds, none -> new ArrayList<>()).add(platform);
        }
        return List.copyOf(kinds.values());
    }

    private static void addFeatures(FeatureCatalog catalog, Set<PlatformCondition> conditions) {
        addBody(catalog.base().body(), conditions);
        for (Feature feature : catalog.features().values()) {
            conditions.add(feature.platforms());
            addBody(feature.body(), conditions);
            for (Variant variant : feature.variants()) {
                conditions.add(variant.when());
                addBody(variant.body(), conditions);
            }
            feature.recommends().stream().map(Edge::when).forEach(conditions::add);
            feature.conflicts().stream().map(Conflict::when).forEach(conditions::add);
        }
    }

    private static void addBody(FeatureBody body, Set<PlatformCondition> conditions) {
        body.requires().forEach(edge -> conditions.add(edge.when()));
        body.needs().forEach(edge -> conditions.add(edge.when()));
    }

    private static void addProfile(Profile profile, Set<PlatformCondition> conditions) {
        Stream.of(profile.include(), profile.exclude())
                .flatMap(List::stream)
                .map(Word::when)
                .forEach(conditions::add);
        profile.choose().stream()
                .map(Choice::providers)
                .flatMap(List::stream)
                .map(Edge::when)
                .forEach(conditions::add);
    }
}
