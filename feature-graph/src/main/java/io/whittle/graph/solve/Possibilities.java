package io.whittle.graph.solve;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * What a catalogue leaves possible on a platform, whatever a profile says: which features can be in, and which cannot be out.
 *
 * <p>Every yes comes with a valid set of features that shows it. Such sets are filled up with all that fits in beside, and kept:
 * what one of them shows already is not asked again, and a few of them show nearly everything. Only what is in none of them, and
 * does not clash with itself whatever is chosen, is asked of {@link Solver}, which knows a SAT solver.
 */
public final class Possibilities {
    private static final int MOST_KEPT = 200;

    private final PlatformGraph graph;
    private final Demands demands;
    private final Optional<Answer> base;
    private final BitSet never;
    private final Deque<BitSet> shown = new ArrayDeque<>();

    private Possibilities(PlatformGraph graph) {
        this.graph = graph;
        this.demands = Demands.none(graph);
        this.base = Solver.solve(graph, demands);
        this.never = new BitSet();
        if (base.isPresent()) {
            search(base.get().in());
        } else {
            never.set(0, graph.features());
        }
    }

    /**
     * Works out which features can be in. Linear in the graph for each of the sets that show it, and in what a feature brings
     * for each that is in none; where choices of providers clash, satisfiability.
     */
    public static Possibilities of(PlatformGraph graph) {
        return new Possibilities(graph);
    }

    /** Whether there is any set of features that makes every sentence of the catalogue true. */
    public boolean any() {
        return base.isPresent();
    }

    /** Features that are in no such set; a copy. */
    public BitSet never() {
        return (BitSet) never.clone();
    }

    /** Whether there is such a set that holds these features. Satisfiability, unless a set is known that does. */
    public boolean together(BitSet features) {
        if (features.intersects(never)) {
            return false;
        }
        for (BitSet set : shown) {
            BitSet missing = (BitSet) features.clone();
            missing.andNot(set);
            if (missing.isEmpty()) {
                return true;
            }
        }
        Optional<Answer> answer = Solver.solve(graph, demands.with(features), never);
        answer.ifPresent(found -> keep(found.in()));
        return answer.isPresent();
    }

    /**
     * Features that are in every such set; all of them when there is none. What base requires is so without a question, and
     * nothing can be that one answer for base alone does without.
     */
    public BitSet always() {
        BitSet always = new BitSet();
        if (base.isEmpty()) {
            always.set(0, graph.features());
            return always;
        }
        always.or(Closure.of(graph, demands.wanted(), demands.chosen()).members());
        always.clear(graph.base());
        BitSet open = base.get().in();
        open = (BitSet) open.clone();
        open.clear(graph.base());
        open.andNot(always);
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(feature + 1)) {
            Optional<Answer> without = Solver.solve(graph, demands.without(feature));
            if (without.isPresent()) {
                open.and(without.get().in());
            } else {
                always.set(feature);
            }
        }
        return always;
    }

    private void search(BitSet answer) {
        BitSet open = new BitSet();
        open.set(0, graph.features());
        rule(demands.banned(), open);
        pack(answer, open);
        ruleWhatClashesWithItself(open);
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(0)) {
            Optional<Answer> found = Solver.solve(graph, demands.with(feature), never);
            if (found.isPresent()) {
                pack(found.get().in(), open);
            } else {
                rule(feature, open);
            }
        }
    }

    /** Fills a valid set up with open features, each with what it brings and the first providers that fit, or not at all. */
    private void pack(BitSet valid, BitSet open) {
        Growth growth = new Growth(graph, never, demands.chosen());
        growth.addAll(valid);
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(feature + 1)) {
            int mark = growth.size();
            if (!growth.add(feature) || !meetNeeds(growth)) {
                growth.takeBack(mark);
            }
        }
        open.andNot(growth.in());
        keep(growth.in());
    }

    private boolean meetNeeds(Growth growth) {
        Edges<?> providers = graph.providers();
        for (int capability = growth.open(); capability >= 0; capability = growth.open()) {
            int mark = growth.size();
            boolean met = false;
            for (int edge = providers.begin(capability), end = providers.end(capability); !met && edge < end; edge++) {
                met = growth.add(providers.target(edge));
                if (!met) {
                    growth.takeBack(mark);
                }
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }

    /** What clashes by what it and base require alone clashes whatever is chosen. */
    private void ruleWhatClashesWithItself(BitSet open) {
        Growth growth = new Growth(graph, never, demands.chosen());
        growth.add(graph.base());
        int mark = growth.size();
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(feature + 1)) {
            if (!growth.add(feature)) {
                rule(feature, open);
            }
            growth.takeBack(mark);
        }
    }

    private void rule(int feature, BitSet open) {
        BitSet one = new BitSet();
        one.set(feature);
        rule(one, open);
    }

    /** These are never in, nor is what falls with them. */
    private void rule(BitSet features, BitSet open) {
        BitSet seeds = (BitSet) never.clone();
        seeds.or(features);
        never.or(Fallout.of(graph, seeds, demands.chosen()).members());
        open.andNot(never);
    }

    private void keep(BitSet set) {
        shown.addFirst((BitSet) set.clone());
        if (shown.size() > MOST_KEPT) {
            shown.removeLast();
        }
    }
}
