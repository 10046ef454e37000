package io.whittle.assembler.audit;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What the catalogue declares on one platform: who is available, and whom each feature cannot be in without. */
final class DeclaredOn {
    private final PlatformGraph graph;
    private final int[] onlyProviders;
    private final Fallout unavailable;
    private final Map<Integer, Closure> closures = new HashMap<>();

    DeclaredOn(FeatureCatalog catalog, Platform platform) {
        this.graph = PlatformGraph.of(catalog, platform);
        int[] providers = Demands.none(graph).chosen();
        for (int capability = 0; capability < providers.length; capability++) {
            int[] all = graph.providers().targetsOf(capability);
            // Where there is nobody else to provide it, a need is as good as a requirement.
            if (all.length == 1) {
                providers[capability] = all[0];
            }
        }
        this.onlyProviders = providers;
        this.unavailable = Fallout.of(graph, graph.absent(), providers);
    }

    Platform platform() {
        return graph.platform();
    }

    boolean isAvailable(Owner owner) {
        return owner.feature()
                .map(name -> !unavailable.holds(graph.feature(name)))
                .orElse(true);
    }

    /** Whether one is never in without the other. */
    boolean brings(Owner owner, String feature) {
        return closures.computeIfAbsent(node(owner), this::closure).holds(graph.feature(feature));
    }

    /** The feature that requires another, which the owner brings but does not name. */
    String bringer(Owner owner, String feature) {
        Closure closure = closures.computeIfAbsent(node(owner), this::closure);
        int bringer = closure.link(graph.feature(feature)).origin();
        return bringer == graph.base() ? "base" : graph.feature(bringer);
    }

    /** Whether one names the other itself, or a capability of which that is the only provider. */
    boolean names(Owner owner, String feature) {
        int node = node(owner);
        int target = graph.feature(feature);
        return Arrays.stream(graph.requires().targetsOf(node)).anyMatch(required -> required == target)
                || Arrays.stream(graph.needs().targetsOf(node)).anyMatch(need -> onlyProviders[need] == target);
    }

    /** Whether one needs a capability that the other provides, among others. */
    boolean needsFrom(Owner owner, String feature) {
        int target = graph.feature(feature);
        return Arrays.stream(graph.needs().targetsOf(node(owner)))
                .anyMatch(need ->
                        Arrays.stream(graph.providers().targetsOf(need)).anyMatch(provider -> provider == target));
    }

    private int node(Owner owner) {
        return owner.feature().map(graph::feature).orElse(graph.base());
    }

    private Closure closure(int node) {
        BitSet start = new BitSet();
        start.set(node);
        // Base is in whatever else is.
        start.set(graph.base());
        return Closure.of(graph, start, onlyProviders);
    }
}
