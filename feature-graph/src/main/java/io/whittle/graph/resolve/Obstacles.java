package io.whittle.graph.resolve;

import io.whittle.graph.solve.ClashPoint;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds what stands in the way of a feature that would have come along. */
final class Obstacles {
    private Obstacles() {}

    /** The first clash of what is in with the feature and what it brings whatever is chosen. Linear. */
    static Optional<Obstacle> of(PlatformView view, BitSet in, int feature) {
        Demands demands = view.demands();
        BitSet start = new BitSet();
        start.set(feature);
        Closure brought = Closure.beyond(view.graph(), in, start, demands.chosen());
        List<ClashPoint> points = ClashPoint.in(view.graph(), brought.members(), demands.banned());
        return points.stream().findFirst().map(point -> obstacle(view, point));
    }

    static Obstacle obstacle(PlatformView view, ClashPoint point) {
        PlatformGraph graph = view.graph();
        if (point instanceof ClashPoint.Banned banned) {
            String name = graph.feature(banned.feature());
            return view.excluded().containsKey(name)
                    ? new Obstacle.Excluded(name, view.exclusion(name))
                    : new Obstacle.Unavailable(name, view.absence(name));
        }
        return point instanceof ClashPoint.Conflict conflict
                ? conflicting(graph, conflict.edge())
                : bothProvide(graph, (ClashPoint.BothProvide) point);
    }

    static Obstacle.Conflicting conflicting(PlatformGraph graph, int edge) {
        var conflict = graph.conflicts().source(edge);
        String other = conflict.feature().text();
        int origin = graph.conflicts().origin(edge);
        int target = graph.conflicts().target(edge);
        // Every conflict is there from either side; the entry stands in the feature that it does not name.
        String one = graph.feature(graph.feature(other) == origin ? target : origin);
        return new Obstacle.Conflicting(
                one, other, conflict.because(), conflict.feature().place());
    }

    static Obstacle.BothProvide bothProvide(PlatformGraph graph, ClashPoint.BothProvide point) {
        String capability = graph.capability(point.capability());
        return new Obstacle.BothProvide(
                capability,
                graph.feature(point.one()),
                graph.feature(point.other()),
                graph.catalog().capabilities().get(capability).name().place());
    }
}
