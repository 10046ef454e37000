package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code choose} comes to on a platform: of each list the first that can be had there. */
final class Choices {
    private Choices() {}

    static SortedMap<String, Statement.Chooses> of(PlatformGraph graph, EffectiveProfile profile) {
        SortedMap<String, Statement.Chooses> choices = new TreeMap<>();
        if (profile.choose().isEmpty()) {
            return choices;
        }
        Fallout unavailable =
                Fallout.of(graph, graph.absent(), Demands.none(graph).chosen());
        profile.choose().forEach((capability, lineage) -> {
            Said<Choice> said = lineage.get(0);
            List<Edge> here = said.value().providers().stream()
                    .filter(edge -> edge.when().holds(graph.platform()))
                    .toList();
            here.stream()
                    .filter(edge ->
                            !unavailable.holds(graph.feature(edge.target().text())))
                    .findFirst()
                    // None can be had: the first is named where that is told.
                    .or(() -> here.stream().findFirst())
                    .ifPresent(edge -> choices.put(capability, choice(said, edge)));
        });
        return choices;
    }

    private static Statement.Chooses choice(Said<Choice> said, Edge edge) {
        return new Statement.Chooses(
                said.value().capability().text(),
                edge.target().text(),
                said.profile(),
                edge.target().place());
    }
}
