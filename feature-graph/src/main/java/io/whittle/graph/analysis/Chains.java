package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.solve.Edges;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;

import java.util.List;
import java.util.Optional;

/** Puts names and places to chains of numbers. */
record Chains(PlatformGraph graph) {
    List<Via> of(List<Link> links) {
        return links.stream()
                .map(link -> link.kind() == Link.Kind.NEED ? need(link.edge()) : requirement(link.edge()))
                .toList();
    }

    Via requirement(int edge) {
        return step(graph.requires(), edge, Via.Kind.REQUIRES);
    }

    private Via need(int edge) {
        return step(graph.needs(), edge, Via.Kind.NEEDS);
    }

    private Via step(Edges<Edge> edges, int edge, Via.Kind kind) {
        int origin = edges.origin(edge);
        Edge source = edges.source(edge);
        return new Via(
                origin == graph.base() ? Optional.empty() : Optional.of(graph.feature(origin)),
                kind,
                source.target().text(),
                source.target().place());
    }
}
