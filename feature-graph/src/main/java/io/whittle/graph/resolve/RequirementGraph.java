package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.EdgeReversedGraph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who requires whom on one platform. A feature that is not available there by its own word has no requirements.
 *
 * @param edges features and the requirements that count; of two that join the same features the first in the file
 */
record RequirementGraph(Graph<String, Requirement> edges) {

    static RequirementGraph of(FeatureCatalog catalog, Platform platform) {
        Graph<String, Requirement> graph = new DefaultDirectedGraph<>(Requirement.class);
        Graphs.addAllVertices(graph, catalog.features().keySet());
        for (Feature feature : catalog.features().values()) {
            feature.bodyOn(platform)
                    .ifPresent(body -> addEdges(graph, feature.name().text(), body, platform));
        }
        return new RequirementGraph(new AsUnmodifiableGraph<>(graph));
    }

    /** The same features, and nobody requires anything. */
    RequirementGraph withoutEdges() {
        Graph<String, Requirement> graph = new DefaultDirectedGraph<>(Requirement.class);
        Graphs.addAllVertices(graph, edges.vertexSet());
        return new RequirementGraph(graph);
    }

    /** What the feature requires itself, by name. */
    List<Requirement> of(String feature) {
        return edges.outgoingEdgesOf(feature).stream()
                .sorted(Comparator.comparing(Requirement::required))
                .toList();
    }

    /** What these require, directly or not. */
    Reach from(Collection<String> features) {
        return Reach.in(edges, features);
    }

    /** What requires one of these, directly or not. */
    Reach to(Collection<String> features) {
        return Reach.in(new EdgeReversedGraph<>(edges), features);
    }

    /**
     * Groups of features, within the given ones, that require one another in a circle; by name of their first.
     *
     * <p>Strongly connected components after Kosaraju and Sharir: linear, and without recursion.
     */
    List<SortedSet<String>> circles(Set<String> within) {
        Graph<String, Requirement> part = new AsSubgraph<>(edges, within);
        return new KosarajuStrongConnectivityInspector<>(part)
                .stronglyConnectedSets().stream()
                        .filter(group -> group.size() > 1)
                        .<SortedSet<String>>map(TreeSet::new)
                        .sorted((one, other) -> one.first().compareTo(other.first()))
                        .toList();
    }

    private static void addEdges(
            Graph<String, Requirement> graph, String feature, FeatureBody body, Platform platform) {
        for (Edge edge : body.requires()) {
            if (edge.when().holds(platform)) {
                String required = edge.target().text();
                graph.addEdge(
                        feature,
                        required,
                        new Requirement(feature, required, edge.target().place()));
            }
        }
    }
}
