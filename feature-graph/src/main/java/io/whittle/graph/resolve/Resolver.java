package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.solve.Answer;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;
import io.whittle.graph.solve.Solver;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Works out what a profile comes to on a platform.
 *
 * <p>Everything that base and the profile want is in, with all it requires and a provider of each capability it needs, and
 * nothing else but what comes along softly: leave any of it out, and some sentence of the catalogue or the profile breaks. Of
 * {@code include: all} as much is in as exclusions, exclusive capabilities and the platform leave.
 */
public final class Resolver {
    private Resolver() {}

    /**
     * Resolves a request. The same catalogue and request give the same answer, whatever the order of keys in the file.
     * Linear in the catalogue, but for sorting, where no choice of providers leads into a clash; else as hard as satisfiability
     * in what the profile can bring in.
     *
     * @throws UnresolvableException with every reason for which the profile cannot be had on the platform
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Resolution resolve(FeatureCatalog catalog, Request request) throws UnresolvableException {
        return resolve(PlatformGraph.of(catalog, request.platform()), request.profile());
    }

    /**
     * Resolves a profile on a platform whose graph is at hand.
     *
     * @throws UnresolvableException with every reason for which the profile cannot be had on the platform
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Resolution resolve(PlatformGraph graph, String profile) throws UnresolvableException {
        return resolve(PlatformView.of(graph, profile));
    }

    static Resolution resolve(PlatformView view) throws UnresolvableException {
        Decided decided = decide(view, true);
        return Contents.of(
                view,
                decided.decisions(),
                ProviderChoices.of(view, decided.soft()),
                Warnings.of(view, decided.all(), decided.soft()));
    }

    /**
     * What is in and out.
     *
     * @param decisions on every feature, by name
     * @param all what {@code all} stands for
     * @param soft what came along
     */
    record Decided(SortedMap<String, Decision> decisions, AllExpansion all, SoftEdges soft) {}

    static Decided decide(PlatformView view, boolean followSoftEdges) throws UnresolvableException {
        AllExpansion all = AllExpansion.of(view);
        Demands demands = view.demands().with(all.wanted());
        Optional<Answer> answer = Solver.solve(view.graph(), demands);
        if (answer.isEmpty()) {
            throw new UnresolvableException(
                    view.catalog().source(),
                    new Request(view.profile().name(), view.platform()),
                    new Clashes(view, all, demands).find());
        }
        SoftEdges soft =
                followSoftEdges ? SoftEdges.of(view, demands, answer.get()) : SoftEdges.none(demands, answer.get());
        return new Decided(new Reasons(view, all, demands, answer.get(), soft).decisions(), all, soft);
    }
}
