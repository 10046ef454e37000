package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.solve.ClashPoint;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.Feasibility;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;
import io.whittle.graph.solve.QuickXplain;
import io.whittle.graph.solve.Refutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the smallest clashes of a request that has no answer.
 *
 * <p>What clashes whatever is chosen is seen in the closure: for each sentence that is broken there the shortest chains to it
 * name a few statements, of which QuickXplain keeps a smallest clash. What is left clashes through choices; of that QuickXplain
 * finds one after the other, each without the statements of those before.
 */
final class Clashes {
    /** Nobody reads more. */
    private static final int MOST = 100;

    private record Found(Fault.Clash clash, Set<Demand> demands) {}

    private final PlatformView view;
    private final PlatformGraph graph;
    private final Demands demands;
    private final StatementBook book;
    private final Feasibility feasibility;
    private final Closure closure;
    private final List<Found> found = new ArrayList<>();
    private final Set<Set<Demand>> known = new HashSet<>();

    Clashes(PlatformView view, AllExpansion all, Demands demands) {
        this.view = view;
        this.graph = view.graph();
        this.demands = demands;
        this.book = StatementBook.of(view, all);
        this.feasibility = new Feasibility(graph, demands);
        this.closure = Closure.of(graph, demands.wanted(), demands.chosen());
    }

    List<Fault> find() {
        List<Demand> left = new ArrayList<>(book.demands());
        for (ClashPoint point : ClashPoint.in(graph, closure.members(), demands.banned())) {
            if (found.size() < MOST) {
                List<Demand> clash = smallest(behind(point));
                remember(clash, alike(point, clash));
                left.removeAll(relaxed(clash));
            }
        }
        while (found.size() < MOST && !feasibility.meets(left)) {
            List<Demand> clash = smallest(left);
            remember(clash, List.of());
            if (clash.isEmpty()) {
                break;
            }
            left.removeAll(relaxed(clash));
        }
        return withMends(left);
    }

    /** Only once all clashes are known is it known what could be met if they were not. */
    private List<Fault> withMends(List<Demand> left) {
        // It cannot where base clashes, or where more clashes are than anybody reads.
        MendTrial trial =
                new MendTrial(view, demands, book, feasibility, feasibility.meets(left) ? Set.copyOf(left) : Set.of());
        return found.stream()
                .<Fault>map(one -> {
                    Fault.Clash clash = one.clash();
                    return new Fault.Clash(
                            clash.profile(),
                            clash.platform(),
                            clash.statements(),
                            clash.alike(),
                            clash.proof(),
                            Mends.of(trial, clash, one.demands()),
                            clash.catalogPlace());
                })
                .toList();
    }

    private List<Demand> smallest(List<Demand> statements) {
        return QuickXplain.smallest(statements, feasibility::meets);
    }

    /** The statements by which a sentence is broken, along the shortest chains. */
    private List<Demand> behind(ClashPoint point) {
        Set<Demand> statements = new LinkedHashSet<>();
        if (point instanceof ClashPoint.Banned banned) {
            statements.add(new Demand(Demand.Kind.OUT, banned.feature()));
            addChain(banned.feature(), statements);
        } else if (point instanceof ClashPoint.Conflict conflict) {
            addChain(graph.conflicts().origin(conflict.edge()), statements);
            addChain(graph.conflicts().target(conflict.edge()), statements);
        } else if (point instanceof ClashPoint.BothProvide both) {
            addChain(both.one(), statements);
            addChain(both.other(), statements);
        }
        return List.copyOf(statements);
    }

    private void addChain(int feature, Set<Demand> statements) {
        List<Link> chain = closure.chainTo(feature);
        int start = chain.isEmpty() ? feature : chain.get(0).origin();
        if (start != graph.base()) {
            statements.add(new Demand(Demand.Kind.IN, start));
        }
        chain.stream()
                .filter(link -> link.kind() == Link.Kind.NEED)
                .forEach(link -> statements.add(
                        new Demand(Demand.Kind.CHOSEN, graph.needs().target(link.edge()))));
    }

    /** Who else asks for something that cannot be in without what is banned. */
    private List<Demand> alike(ClashPoint point, List<Demand> clash) {
        if (!(point instanceof ClashPoint.Banned banned)
                || !clash.contains(new Demand(Demand.Kind.OUT, banned.feature()))
                || clash.stream().noneMatch(demand -> demand.kind() == Demand.Kind.IN)) {
            return List.of();
        }
        BitSet seed = new BitSet();
        seed.set(banned.feature());
        Fallout needing = Fallout.of(graph, seed, demands.chosen());
        return book.demands().stream()
                .filter(demand -> demand.kind() == Demand.Kind.IN && needing.holds(demand.number()))
                .filter(demand -> !clash.contains(demand) && feasibility.meets(List.of(demand)))
                .toList();
    }

    /** What to leave out so that other clashes show: what forbids, or else one of those who ask. */
    private static List<Demand> relaxed(List<Demand> clash) {
        List<Demand> forbidding = clash.stream()
                .filter(demand -> demand.kind() == Demand.Kind.OUT)
                .toList();
        List<Demand> asking =
                clash.stream().filter(demand -> demand.kind() == Demand.Kind.IN).toList();
        if (!forbidding.isEmpty()) {
            return forbidding;
        }
        return asking.isEmpty() ? clash : asking.subList(asking.size() - 1, asking.size());
    }

    private void remember(List<Demand> clash, List<Demand> alike) {
        if (!known.add(Set.copyOf(clash))) {
            return;
        }
        List<Statement> statements = clash.stream()
                .map(book::statement)
                .sorted(Comparator.comparing(Statement::place))
                .toList();
        Optional<Proof> proof = Refutation.of(graph, demands.chosen(), clash)
                .map(contradiction -> ProofTelling.of(view, contradiction, book::statement));
        Set<Demand> all = new HashSet<>(clash);
        all.addAll(alike);
        found.add(new Found(
                new Fault.Clash(
                        view.profile().name(),
                        view.platform(),
                        statements,
                        alike.stream().map(book::statement).toList(),
                        proof,
                        List.of(),
                        inBase()),
                all));
    }

    /** The first of base's own words, for what clashes without a statement. */
    private Place inBase() {
        FeatureBody base = view.catalog().base().body();
        return Stream.concat(base.requires().stream(), base.needs().stream())
                .map(edge -> edge.target().place())
                .min(Comparator.naturalOrder())
                .orElse(new Place(1, 1));
    }
}
