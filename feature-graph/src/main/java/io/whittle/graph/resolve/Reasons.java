package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.solve.Answer;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the reason of every feature, in or out. */
final class Reasons {
    private final PlatformView view;
    private final PlatformGraph graph;
    private final AllExpansion all;
    private final SoftEdges soft;
    private final Closure hard;
    private final Closure coveredReach;
    private final Fallout unavailable;

    Reasons(PlatformView view, AllExpansion all, Demands demands, Answer answer, SoftEdges soft) {
        this.view = view;
        this.graph = view.graph();
        this.all = all;
        this.soft = soft;
        BitSet starts = (BitSet) demands.wanted().clone();
        starts.or(view.numbers(view.base().keySet()));
        this.hard = Closure.of(graph, starts, providers(demands, answer));
        this.coveredReach = Closure.of(graph, view.numbers(view.coveredByAll()), demands.chosen());
        this.unavailable = Fallout.of(graph, graph.absent(), demands.chosen());
    }

    /** Who is brought in by a need of each capability: the chosen one before the one that was found. */
    static int[] providers(Demands demands, Answer answer) {
        int[] providers = answer.provider().clone();
        int[] chosen = demands.chosen();
        for (int capability = 0; capability < providers.length; capability++) {
            if (chosen[capability] >= 0) {
                providers[capability] = chosen[capability];
            }
        }
        return providers;
    }

    /** The reason that the last link of a chain is. */
    static Reason.In of(PlatformView view, Link link) {
        PlatformGraph graph = view.graph();
        String target = graph.feature(link.target());
        if (link.kind() == Link.Kind.REQUIREMENT) {
            return new Reason.RequiredBy(requirement(graph, link.edge()));
        }
        Need need = need(graph, link.edge());
        Optional<Statement.Chooses> chosen = Optional.ofNullable(view.chosen().get(need.capability()));
        return new Reason.ProviderOf(new Provision(need, target), chosen);
    }

    static Requirement requirement(PlatformGraph graph, int edge) {
        Edge source = graph.requires().source(edge);
        return new Requirement(
                graph.feature(graph.requires().origin(edge)),
                source.target().text(),
                source.target().place());
    }

    static Need need(PlatformGraph graph, int edge) {
        int origin = graph.needs().origin(edge);
        Mention target = graph.needs().source(edge).target();
        return new Need(
                origin == graph.base() ? Optional.empty() : Optional.of(graph.feature(origin)),
                target.text(),
                target.place());
    }

    SortedMap<String, Decision> decisions() {
        SortedMap<String, Decision> decisions = new TreeMap<>();
        for (int feature = 0; feature < graph.features(); feature++) {
            String name = graph.feature(feature);
            decisions.put(
                    name,
                    soft.in().get(feature)
                            ? new Decision.In(name, in(feature, name))
                            : new Decision.Out(name, () -> out(name)));
        }
        return decisions;
    }

    private Reason.In in(int feature, String name) {
        if (!hard.holds(feature)) {
            return soft.reasons().get(name);
        }
        Link link = hard.link(feature);
        return link.kind() == Link.Kind.NONE ? view.root(name) : of(view, link);
    }

    private Reason.Out out(String name) {
        int feature = graph.feature(name);
        if (view.excluded().containsKey(name)) {
            return view.exclusion(name);
        }
        if (unavailable.holds(feature)) {
            return fallen(unavailable, feature, true);
        }
        // What all did not want is not left out of it.
        if (coveredReach.holds(feature) && all.ruledOut().holds(feature)) {
            return fallen(all.ruledOut(), feature, false);
        }
        SoftEdges.Refusal refusal = soft.refused().get(name);
        return refusal == null
                ? new Reason.NotAskedFor(view.askedForElsewhere(name))
                : new Reason.HeldOff(refusal.wish(), Obstacles.of(view, refusal.beside(), feature));
    }

    private Reason.Out fallen(Fallout fallout, int feature, boolean onPlatform) {
        List<Requirement> chain = new ArrayList<>();
        int last = feature;
        for (Link link : fallout.chainFrom(feature)) {
            if (link.kind() == Link.Kind.NEED) {
                return new Reason.NeedsNobody(chain, need(graph, link.edge()), onPlatform);
            }
            chain.add(requirement(graph, link.edge()));
            last = link.target();
        }
        return fallenWith(chain, last);
    }

    private Reason.Out fallenWith(List<Requirement> chain, int last) {
        String seed = graph.feature(last);
        if (graph.isAbsent(last)) {
            Reason.NotAvailable absence = view.absence(seed);
            return chain.isEmpty() ? absence : new Reason.RequiresUnavailable(chain, absence);
        }
        if (view.excluded().containsKey(seed)) {
            Reason.ExcludedBy exclusion = view.exclusion(seed);
            return chain.isEmpty() ? exclusion : new Reason.RequiresExcluded(chain, exclusion);
        }
        Reason.LeftOutForAnother leftOut = all.leftOut().get(last);
        return chain.isEmpty() ? leftOut : new Reason.RequiresLeftOut(chain, leftOut);
    }
}
