package io.whittle.assembler.report;

import io.whittle.assembler.report.Report.CapabilityNode;
import io.whittle.assembler.report.Report.FeatureNode;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The features of a catalogue and what they are to each other. */
final class CatalogGraph {
    private CatalogGraph() {}

    static List<FeatureNode> features(FeatureCatalog catalog) {
        return catalog.features().values().stream().map(CatalogGraph::node).toList();
    }

    static List<CapabilityNode> capabilities(FeatureCatalog catalog) {
        return catalog.capabilities().values().stream()
                .map(capability -> new CapabilityNode(
                        capability.name().text(),
                        capability.exclusive(),
                        capability.providers().stream().map(Mention::text).toList()))
                .toList();
    }

    private static FeatureNode node(Feature feature) {
        return new FeatureNode(
                feature.name().text(),
                feature.summary(),
                feature.internal(),
                feature.name().place().line(),
                Stream.concat(
                                edges(feature.body().requires()),
                                feature.variants().stream()
                                        .flatMap(variant -> variant.body().requires().stream()
                                                .map(edge ->
                                                        edge(edge.target(), narrower(variant.when(), edge.when())))))
                        .toList(),
                Stream.concat(
                                edges(feature.body().needs()),
                                feature.variants().stream()
                                        .flatMap(variant -> variant.body().needs().stream()
                                                .map(edge ->
                                                        edge(edge.target(), narrower(variant.when(), edge.when())))))
                        .toList(),
                edges(feature.recommends()).toList(),
                feature.conflicts().stream()
                        .map(conflict -> edge(conflict.feature(), when(conflict.when())))
                        .toList());
    }

    private static Stream<Report.Edge> edges(List<Edge> edges) {
        return edges.stream().map(edge -> edge(edge.target(), when(edge.when())));
    }

    private static Report.Edge edge(Mention target, Optional<String> when) {
        return new Report.Edge(target.text(), when);
    }

    private static Optional<String> narrower(PlatformCondition variant, PlatformCondition edge) {
        return when(variant)
                .map(outer -> when(edge)
                        .map(inner -> "(" + outer + ") and (" + inner + ")")
                        .orElse(outer))
                .or(() -> when(edge));
    }

    private static Optional<String> when(PlatformCondition when) {
        return when.equals(PlatformCondition.ALWAYS) ? Optional.empty() : Optional.of(when.toString());
    }
}
