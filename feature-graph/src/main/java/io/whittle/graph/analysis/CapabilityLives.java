package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.solve.PlatformGraph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds capabilities that nobody provides, or nobody needs. */
final class CapabilityLives {
    private CapabilityLives() {}

    /**
     * Capabilities whose every provider is ruled out, and that something needs which is available by its own word. Linear.
     *
     * @param out features that cannot be in
     */
    static void observeProviders(PlatformGraph graph, BitSet out, List<Platform> platforms, Gathering gathering) {
        for (int capability = 0; capability < graph.capabilities(); capability++) {
            int[] needers = graph.neededBy().targetsOf(capability);
            int[] providers = graph.providers().targetsOf(capability);
            if (needers.length > 0 && Arrays.stream(providers).allMatch(out::get)) {
                Capability found = graph.catalog().capabilities().get(graph.capability(capability));
                gathering.add(
                        new CapabilityObservation.NoProvider(
                                found.name().text(),
                                found.name().place(),
                                found.providers().stream().map(Mention::text).toList(),
                                Arrays.stream(needers)
                                        .sorted()
                                        .distinct()
                                        .mapToObj(node -> node == graph.base() ? "base" : graph.feature(node))
                                        .toList()),
                        platforms);
            }
        }
    }

    /** Capabilities, and choices, of which no line of the catalogue speaks. Linear. */
    static void observeNeeds(FeatureCatalog catalog, Gathering gathering) {
        Set<String> needed = needed(catalog);
        for (Capability capability : catalog.capabilities().values()) {
            String name = capability.name().text();
            // An exclusive one keeps its providers apart, needed or not.
            if (!needed.contains(name) && !capability.exclusive()) {
                gathering.add(new CapabilityObservation.Unneeded(
                        name, capability.name().place()));
            }
        }
        for (Profile profile : catalog.profiles().values()) {
            for (Choice choice : profile.choose()) {
                String name = choice.capability().text();
                if (!needed.contains(name)) {
                    gathering.add(new CapabilityObservation.UnneededChoice(
                            name, profile.name().text(), choice.capability().place()));
                }
            }
        }
    }

    private static Set<String> needed(FeatureCatalog catalog) {
        Set<String> needed = new HashSet<>();
        add(catalog.base().body(), needed);
        for (Feature feature : catalog.features().values()) {
            add(feature.body(), needed);
            feature.variants().stream().map(Variant::body).forEach(body -> add(body, needed));
        }
        return needed;
    }

    private static void add(FeatureBody body, Set<String> needed) {
        body.needs().forEach(edge -> needed.add(edge.target().text()));
    }
}
