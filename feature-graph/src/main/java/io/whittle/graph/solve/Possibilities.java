package io.whittle.graph.solve;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * What a catalogue leaves possible on a platform, whatever a profile says: which features can be in, and which cannot be out.
 *
 * <p>One incremental SAT solver answers all questions, and every yes comes with a set of features that shows it. Such sets are
 * kept: what one of them shows already is not asked. They are made to hold much, so that a few show nearly everything.
 */
public final class Possibilities {
    private static final int MOST_KEPT = 200;

    private final PlatformGraph graph;
    private final Cone cone;
    private final Deque<BitSet> shown = new ArrayDeque<>();

    private Possibilities(PlatformGraph graph) {
        this.graph = graph;
        this.cone = Cone.whole(graph);
    }

    /** Begins with a graph. Linear, but for exclusive capabilities, of whose providers each pair is a clause. */
    public static Possibilities of(PlatformGraph graph) {
        return new Possibilities(graph);
    }

    /** Whether there is any set of features that makes every sentence of the catalogue true. */
    public boolean any() {
        return together(new BitSet());
    }

    /** Whether there is such a set that holds these features. Satisfiability, unless a set is known that does. */
    public boolean together(BitSet features) {
        for (BitSet set : shown) {
            BitSet missing = (BitSet) features.clone();
            missing.andNot(set);
            if (missing.isEmpty()) {
                return true;
            }
        }
        return ask(features, OptionalInt.empty());
    }

    /** Features that are in no such set. Asks once for each, and for few of the others. */
    public BitSet never() {
        // What cannot do without something absent needs no question.
        BitSet never =
                Fallout.of(graph, graph.absent(), Demands.none(graph).chosen()).members();
        never.clear(graph.base());
        never.stream().forEach(cone::rule);
        BitSet open = new BitSet();
        open.set(0, graph.features());
        open.andNot(never);
        shown.forEach(open::andNot);
        BitSet one = new BitSet();
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(feature + 1)) {
            one.clear();
            one.set(feature);
            if (ask(one, OptionalInt.empty())) {
                open.andNot(shown.getFirst());
            } else {
                never.set(feature);
                cone.rule(feature);
            }
        }
        return never;
    }

    /**
     * Features that are in every such set; all of them when there is none. What base requires is so without a question, and
     * nothing can be that one answer for base alone does without.
     */
    public BitSet always() {
        BitSet always = new BitSet();
        if (!any()) {
            always.set(0, graph.features());
            return always;
        }
        Demands demands = Demands.none(graph);
        BitSet base = demands.wanted();
        BitSet sure = Closure.of(graph, base, demands.chosen()).members();
        BitSet open = Solver.solve(graph, demands).orElseThrow().in();
        shown.forEach(open::and);
        open.clear(graph.base());
        always.or(sure);
        always.clear(graph.base());
        open.andNot(sure);
        for (int feature = open.nextSetBit(0); feature >= 0; feature = open.nextSetBit(feature + 1)) {
            if (ask(new BitSet(), OptionalInt.of(feature))) {
                open.and(shown.getFirst());
            } else {
                always.set(feature);
            }
        }
        return always;
    }

    private boolean ask(BitSet in, OptionalInt out) {
        if (!cone.meets(in, out)) {
            return false;
        }
        shown.addFirst(cone.model());
        if (shown.size() > MOST_KEPT) {
            shown.removeLast();
        }
        return true;
    }
}
