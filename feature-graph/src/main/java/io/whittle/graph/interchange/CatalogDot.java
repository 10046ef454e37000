package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.resolve.Resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a catalogue in DOT, the language of Graphviz: features as boxes, capabilities as ellipses, each relation in a
 * style of its own. The same catalogue gives the same bytes: nodes and edges come by name, then in the order of lists.
 * Linear in the catalogue.
 */
public final class CatalogDot {
    private static final String BASE = "base";

    private final FeatureCatalog catalog;
    private final Optional<Resolution> resolution;
    private final StringBuilder out = new StringBuilder();
    // Two features may both declare a conflict; it is drawn once.
    private final Set<String> conflicts = new LinkedHashSet<>();

    private CatalogDot(FeatureCatalog catalog, Optional<Resolution> resolution) {
        this.catalog = catalog;
        this.resolution = resolution;
    }

    /** Draws the catalogue, for every platform: conditions stand beside what they are for. */
    public static String write(FeatureCatalog catalog) {
        return new CatalogDot(catalog, Optional.empty()).text();
    }

    /**
     * Draws the catalogue with what a profile comes to: what is in is filled, what is out is grey.
     *
     * @param resolution of this catalogue
     */
    public static String write(FeatureCatalog catalog, Resolution resolution) {
        return new CatalogDot(catalog, Optional.of(resolution)).text();
    }

    private String text() {
        String name = catalog.name().map(Mention::text).orElse("catalog");
        line("digraph " + quoted(name) + " {");
        line("  label="
                + quoted(resolution
                        .map(of -> name + ": " + of.profile().name() + " on " + of.platform())
                        .orElse(name)) + ";");
        line("  rankdir=LR;");
        line("  node [shape=box, style=rounded, fontname=\"Helvetica\"];");
        line("  edge [fontname=\"Helvetica\", fontsize=10];");
        nodes();
        body(BASE, catalog.base().body(), PlatformCondition.ALWAYS);
        catalog.features().values().forEach(this::edges);
        catalog.capabilities().values().forEach(this::providers);
        line("}");
        return out.toString();
    }

    private void nodes() {
        line("  " + quoted(BASE) + " [label=\"base\", shape=box, style=\"filled,bold\", fillcolor=\"#dddddd\"];");
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            String label =
                    feature.platforms().equals(PlatformCondition.ALWAYS) ? name : name + "\n" + feature.platforms();
            line("  " + feature(name) + " [label=" + quoted(label) + look(name, feature.internal()) + "];");
        }
        for (Capability capability : catalog.capabilities().values()) {
            String name = capability.name().text();
            String label = capability.exclusive() ? name + "\none at most" : name;
            line("  " + capability(name) + " [label=" + quoted(label) + ", shape=ellipse, style=solid];");
        }
    }

    private String look(String feature, boolean internal) {
        String border = internal ? "rounded,dashed" : "rounded";
        if (resolution.isEmpty()) {
            return internal ? ", style=\"" + border + "\"" : "";
        }
        return resolution.get().features().get(feature).isIn()
                ? ", style=\"" + border + ",filled\", fillcolor=\"#c6e2b5\""
                : ", style=\"" + border + "\", color=\"#aaaaaa\", fontcolor=\"#aaaaaa\"";
    }

    private void edges(Feature feature) {
        String name = feature.name().text();
        String from = feature(name);
        body(from, feature.body(), PlatformCondition.ALWAYS);
        for (Variant variant : feature.variants()) {
            body(from, variant.body(), variant.when());
        }
        for (Edge edge : feature.recommends()) {
            arrow(from, feature(edge.target().text()), List.of("style=dotted"), edge.when());
        }
        for (Mention present : feature.ifPresent()) {
            arrow(
                    from,
                    feature(present.text()),
                    List.of("style=dotted", "color=\"#888888\"", "label=\"if present\""),
                    PlatformCondition.ALWAYS);
        }
        for (Mention trigger : feature.auto()) {
            arrow(
                    feature(trigger.text()),
                    from,
                    List.of("style=dotted", "arrowhead=empty", "label=\"auto\""),
                    PlatformCondition.ALWAYS);
        }
        for (Conflict conflict : feature.conflicts()) {
            String other = conflict.feature().text();
            String pair = Stream.of(name, other).sorted().collect(Collectors.joining(" ")) + " " + conflict.when();
            if (conflicts.add(pair)) {
                arrow(from, feature(other), List.of("color=red", "dir=none", "constraint=false"), conflict.when());
            }
        }
    }

    private void body(String from, FeatureBody body, PlatformCondition where) {
        for (Edge edge : body.requires()) {
            arrow(from, feature(edge.target().text()), List.of(), both(where, edge.when()));
        }
        for (Edge edge : body.needs()) {
            arrow(from, capability(edge.target().text()), List.of("style=dashed"), both(where, edge.when()));
        }
    }

    private void providers(Capability capability) {
        for (Mention provider : capability.providers()) {
            arrow(
                    capability(capability.name().text()),
                    feature(provider.text()),
                    List.of("style=dashed", "arrowhead=odot"),
                    PlatformCondition.ALWAYS);
        }
    }

    private void arrow(String from, String to, List<String> style, PlatformCondition when) {
        Stream<String> label =
                when.equals(PlatformCondition.ALWAYS) ? Stream.empty() : Stream.of("label=" + quoted(when.toString()));
        String attributes = Stream.concat(style.stream(), label).collect(Collectors.joining(", "));
        line("  " + (from.equals(BASE) ? quoted(BASE) : from) + " -> " + to
                + (attributes.isEmpty() ? "" : " [" + attributes + "]") + ";");
    }

    private static PlatformCondition both(PlatformCondition outer, PlatformCondition inner) {
        if (outer.equals(PlatformCondition.ALWAYS)) {
            return inner;
        }
        return inner.equals(PlatformCondition.ALWAYS) ? outer : new PlatformCondition.And(List.of(outer, inner));
    }

    // A feature may be called base, and a feature and a capability may have one name.
    private static String feature(String name) {
        return quoted("feature " + name);
    }

    private static String capability(String name) {
        return quoted("capability " + name);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
