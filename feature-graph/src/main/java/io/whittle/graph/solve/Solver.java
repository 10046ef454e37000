package io.whittle.graph.solve;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds the answer to demands: what is wanted, closed over requirements; while a need is open, the one that is first by name
 * gets the first of its providers with which all can still be met; at the end, providers that turn out not to be needed are
 * dropped, the last one first.
 *
 * <p>Providers are taken as if all went well; that is linear, and where nothing clashes it is the answer. Only where it
 * clashes, and a choice was involved, a SAT solver says which providers go together.
 */
public final class Solver {
    private final PlatformGraph graph;
    private final Demands demands;
    private final BitSet impossible;
    private final int[] provider;
    private final Deque<Integer> brought = new ArrayDeque<>();
    private Growth growth;

    private Solver(PlatformGraph graph, Demands demands, BitSet impossible) {
        this.graph = graph;
        this.demands = demands;
        this.impossible = (BitSet) impossible.clone();
        this.provider = new int[graph.capabilities()];
        forget();
    }

    /**
     * Finds the answer; empty when there is none. Linear in the graph where no choice leads into a clash, save for each
     * provider that is checked for being dropped: linear in what would fall with it.
     */
    public static Optional<Answer> solve(PlatformGraph graph, Demands demands) {
        BitSet impossible =
                Fallout.of(graph, demands.banned(), demands.chosen()).members();
        return solve(graph, demands, impossible);
    }

    /** The same, where it is known already what cannot be in with what is banned. */
    static Optional<Answer> solve(PlatformGraph graph, Demands demands, BitSet impossible) {
        return new Solver(graph, demands, impossible).answer();
    }

    private Optional<Answer> answer() {
        if (!begin(demands.banned()) || !(asIfAllWentWell() || withSolver())) {
            return Optional.empty();
        }
        dropWhatNobodyNeeds();
        return Optional.of(new Answer(growth.in(), provider));
    }

    private boolean begin(BitSet banned) {
        forget();
        growth = new Growth(graph, banned, demands.chosen());
        return !impossible.intersects(demands.wanted()) && growth.addAll(demands.wanted());
    }

    private void forget() {
        Arrays.fill(provider, Demands.NOBODY);
        brought.clear();
    }

    private boolean asIfAllWentWell() {
        for (int capability = growth.open(); capability >= 0; capability = growth.open()) {
            int first = firstPossible(capability);
            if (first < 0 || !growth.add(first)) {
                return false;
            }
            bring(capability, first);
        }
        return true;
    }

    private int firstPossible(int capability) {
        Edges<?> providers = graph.providers();
        for (int edge = providers.begin(capability), end = providers.end(capability); edge < end; edge++) {
            if (!impossible.get(providers.target(edge))) {
                return providers.target(edge);
            }
        }
        return Demands.NOBODY;
    }

    private boolean withSolver() {
        // Without a choice there is nothing to choose otherwise.
        begin(demands.banned());
        if (growth.open() < 0) {
            return false;
        }
        Cone cone = Cone.of(graph, demands.wanted(), demands.chosen());
        if (!cone.meets(demands, growth.in(), graph.base())) {
            return false;
        }
        BitSet possible = cone.model();
        for (int capability = growth.open(); capability >= 0; capability = growth.open()) {
            for (int candidate : graph.providers().targetsOf(capability)) {
                // The last yes may hold this candidate, too; else it is asked.
                if (!impossible.get(candidate)
                        && (possible.get(candidate) || cone.meets(demands, growth.in(), candidate))) {
                    possible = possible.get(candidate) ? possible : cone.model();
                    growth.add(candidate);
                    bring(capability, candidate);
                    break;
                }
            }
        }
        return true;
    }

    private void bring(int capability, int feature) {
        provider[capability] = feature;
        brought.push(capability);
    }

    private void dropWhatNobodyNeeds() {
        Deque<Integer> lastFirst = new ArrayDeque<>(brought);
        while (!lastFirst.isEmpty()) {
            int last = provider[lastFirst.pop()];
            BitSet left =
                    Fallout.left(graph, growth.in(), growth.providersIn(), demands.chosen(), last, demands.wanted());
            if (!left.isEmpty()) {
                // What is left is valid, so going through it again meets no clash.
                BitSet outside = new BitSet();
                outside.set(0, graph.features());
                outside.andNot(left);
                impossible.or(outside);
                begin(outside);
                asIfAllWentWell();
                lastFirst = new ArrayDeque<>(brought);
            }
        }
    }
}
