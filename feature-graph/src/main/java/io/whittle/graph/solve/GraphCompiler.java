package io.whittle.graph.solve;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns names into numbers and conditions into constants. */
final class GraphCompiler {
    private final FeatureCatalog catalog;
    private final Platform platform;
    private final String[] features;
    private final String[] capabilities;
    private final Map<String, Integer> featureNumbers;
    private final Map<String, Integer> capabilityNumbers;
    private final BitSet absent = new BitSet();
    private final BitSet exclusive = new BitSet();
    private final Edges.Builder<Edge> requires;
    private final Edges.Builder<Edge> needs;
    private final Edges.Builder<Mention> providers;
    private final Edges.Builder<Conflict> conflicts;

    GraphCompiler(FeatureCatalog catalog, Platform platform) {
        this.catalog = catalog;
        this.platform = platform;
        // Sorted maps: numbers follow names.
        features = catalog.features().keySet().toArray(String[]::new);
        capabilities = catalog.capabilities().keySet().toArray(String[]::new);
        featureNumbers = numbers(features);
        capabilityNumbers = numbers(capabilities);
        requires = new Edges.Builder<>(features.length + 1);
        needs = new Edges.Builder<>(features.length + 1);
        providers = new Edges.Builder<>(capabilities.length);
        conflicts = new Edges.Builder<>(features.length);
    }

    PlatformGraph compile() {
        int number = 0;
        for (Feature feature : catalog.features().values()) {
            Optional<FeatureBody> body = feature.bodyOn(platform);
            if (body.isPresent()) {
                body(number, body.get());
                conflicts(number, feature);
            } else {
                absent.set(number);
            }
            number++;
        }
        body(features.length, catalog.base().body());
        addCapabilities();
        return new PlatformGraph(this);
    }

    PlatformGraph compileBaseAlone() {
        int number = 0;
        for (Feature feature : catalog.features().values()) {
            absent.set(number++, feature.bodyOn(platform).isEmpty());
        }
        requirements(features.length, catalog.base().body());
        return new PlatformGraph(this);
    }

    private void body(int node, FeatureBody body) {
        requirements(node, body);
        for (Edge edge : body.needs()) {
            if (edge.when().holds(platform)) {
                needs.add(node, capabilityNumbers.get(edge.target().text()), edge);
            }
        }
    }

    private void requirements(int node, FeatureBody body) {
        for (Edge edge : body.requires()) {
            if (edge.when().holds(platform)) {
                requires.add(node, featureNumbers.get(edge.target().text()), edge);
            }
        }
    }

    private void conflicts(int number, Feature feature) {
        for (Conflict conflict : feature.conflicts()) {
            if (conflict.when().holds(platform)) {
                int other = featureNumbers.get(conflict.feature().text());
                conflicts.add(number, other, conflict);
                conflicts.add(other, number, conflict);
            }
        }
    }

    private void addCapabilities() {
        int number = 0;
        for (Capability capability : catalog.capabilities().values()) {
            for (Mention provider : capability.providers()) {
                providers.add(number, featureNumbers.get(provider.text()), provider);
            }
            if (capability.exclusive()) {
                exclusive.set(number);
            }
            number++;
        }
    }

    private static Map<String, Integer> numbers(String[] names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        return numbers;
    }

    FeatureCatalog catalog() {
        return catalog;
    }

    Platform platform() {
        return platform;
    }

    String[] features() {
        return features;
    }

    String[] capabilities() {
        return capabilities;
    }

    BitSet absent() {
        return absent;
    }

    BitSet exclusive() {
        return exclusive;
    }

    Edges<Edge> requires() {
        return requires.buildByTarget(features.length);
    }

    Edges<Edge> needs() {
        return needs.buildByTarget(capabilities.length);
    }

    Edges<Mention> providers() {
        return providers.build();
    }

    Edges<Conflict> conflicts() {
        return conflicts.buildByTarget(features.length);
    }
}
