package io.whittle.graph.solve;

import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A catalogue as one platform sees it, whatever the profile: every condition has become a constant, every name a number.
 *
 * <p>Nodes are the features, numbered from 0 in the order of their names, and base as the last node. Capabilities have numbers
 * of their own. A feature that is not available by its own word has no edges.
 */
public final class PlatformGraph {
    private final FeatureCatalog catalog;
    private final Platform platform;
    private final String[] features;
    private final String[] capabilities;
    private final BitSet absent;
    private final BitSet exclusive;
    private final Edges<Edge> requires;
    private final Edges<Edge> needs;
    private final Edges<Mention> providers;
    private final Edges<Conflict> conflicts;
    private final Edges<Integer> requiredBy;
    private final Edges<Integer> neededBy;
    private final Edges<Integer> provides;

    PlatformGraph(GraphCompiler compiled) {
        catalog = compiled.catalog();
        platform = compiled.platform();
        features = compiled.features();
        capabilities = compiled.capabilities();
        absent = compiled.absent();
        exclusive = compiled.exclusive();
        requires = compiled.requires();
        needs = compiled.needs();
        providers = compiled.providers();
        conflicts = compiled.conflicts();
        requiredBy = requires.reversed(nodes());
        neededBy = needs.reversed(capabilities.length);
        provides = providers.reversed(features.length);
    }

    /** Compiles a catalogue. Linear in what it says. */
    public static PlatformGraph of(FeatureCatalog catalog, Platform platform) {
        return new GraphCompiler(catalog, platform).compile();
    }

    /** The same features, and no edges but what base requires. Linear in what the catalogue says. */
    public static PlatformGraph unconnected(FeatureCatalog catalog, Platform platform) {
        return new GraphCompiler(catalog, platform).compileBaseAlone();
    }

    /** What the graph was made of. */
    public FeatureCatalog catalog() {
        return catalog;
    }

    /** On which conditions have become constants. */
    public Platform platform() {
        return platform;
    }

    /** How many features there are. */
    public int features() {
        return features.length;
    }

    /** The node of base, after all features. */
    public int base() {
        return features.length;
    }

    /** How many nodes there are: features and base. */
    public int nodes() {
        return features.length + 1;
    }

    /** How many capabilities there are. */
    public int capabilities() {
        return capabilities.length;
    }

    /** The name of a feature. */
    public String feature(int number) {
        return features[number];
    }

    /**
     * The number of a feature. Logarithmic.
     *
     * @throws IllegalArgumentException when the catalogue has no such feature
     */
    public int feature(String name) {
        return number(features, name);
    }

    /** The name of a capability. */
    public String capability(int number) {
        return capabilities[number];
    }

    /**
     * The number of a capability. Logarithmic.
     *
     * @throws IllegalArgumentException when the catalogue has no such capability
     */
    public int capability(String name) {
        return number(capabilities, name);
    }

    /** Whether a feature is not available by its own word. */
    public boolean isAbsent(int feature) {
        return absent.get(feature);
    }

    /** Features that are not available by their own word; a copy. */
    public BitSet absent() {
        return (BitSet) absent.clone();
    }

    /** Whether one provider of a capability at most may be in. */
    public boolean isExclusive(int capability) {
        return exclusive.get(capability);
    }

    /** From nodes to the features they cannot do without. */
    public Edges<Edge> requires() {
        return requires;
    }

    /** From nodes to the capabilities of which they want a provider. */
    public Edges<Edge> needs() {
        return needs;
    }

    /** From capabilities to the features that provide them, the preferred one first. */
    public Edges<Mention> providers() {
        return providers;
    }

    /** Between features that are never both in: each conflict once from either side. */
    public Edges<Conflict> conflicts() {
        return conflicts;
    }

    /** {@link #requires()} from the other side; a source is the number of the edge. */
    public Edges<Integer> requiredBy() {
        return requiredBy;
    }

    /** {@link #needs()} from the other side; a source is the number of the edge. */
    public Edges<Integer> neededBy() {
        return neededBy;
    }

    /** {@link #providers()} from the other side; a source is the number of the edge. */
    public Edges<Integer> provides() {
        return provides;
    }

    private static int number(String[] names, String name) {
        int number = Arrays.binarySearch(names, name);
        if (number < 0) {
            throw new IllegalArgumentException("the catalogue has no " + name);
        }
        return number;
    }
}
