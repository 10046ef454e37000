package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is learned from a fact that cannot hold: its literals are replaced by what they follow from, step by step, until only
 * what was supposed is left. Steps are gathered so that each derived fact is simple enough to be said in a sentence.
 */
final class Lesson {
    private static final int MOST_PER_SENTENCE = 4;

    private final Trail trail;
    /** Literals that do not hold, the last one found last. */
    private final List<Literal> pending = new ArrayList<>();

    private final SortedSet<Literal> supposed = new TreeSet<>();
    private List<Fact> from = new ArrayList<>();

    Lesson(Trail trail) {
        this.trail = trail;
    }

    Fact from(Fact failure) {
        from.add(failure);
        failure.literals().forEach(this::add);
        while (!pending.isEmpty()) {
            Literal literal = pending.remove(nextOne());
            Fact reason = trail.reason(literal.node());
            from.add(reason);
            reason.literals().stream()
                    .filter(other -> other.node() != literal.node())
                    .forEach(this::add);
            int left = pending.size() + supposed.size();
            if (left <= 1 || from.size() > MOST_PER_SENTENCE && !pending.isEmpty()) {
                gather();
            }
        }
        if (from.size() > 1) {
            gather();
        }
        return from.get(0);
    }

    private void add(Literal literal) {
        if (trail.reason(literal.node()) == null) {
            supposed.add(literal);
        } else if (!pending.contains(literal)) {
            pending.add(literal);
        }
    }

    private void gather() {
        SortedSet<Literal> left = new TreeSet<>(pending);
        left.addAll(supposed);
        from = new ArrayList<>(List.of(new Fact.Derived(left, from)));
    }

    /** The last one from which no other follows: one chain is told to its end before another begins, and none twice. */
    private int nextOne() {
        for (int i = pending.size() - 1; i > 0; i--) {
            if (!isBehindAnother(pending.get(i).node())) {
                return i;
            }
        }
        return 0;
    }

    private boolean isBehindAnother(int node) {
        for (Literal other : pending) {
            if (other.node() != node && rests(other.node(), node, new BitSet())) {
                return true;
            }
        }
        return false;
    }

    private boolean rests(int start, int node, BitSet seen) {
        List<Integer> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            int at = open.remove(open.size() - 1);
            Fact reason = trail.reason(at);
            if (reason == null) {
                continue;
            }
            for (Literal literal : reason.literals()) {
                if (literal.node() == node && at != node) {
                    return true;
                }
                if (literal.node() != at && !seen.get(literal.node())) {
                    seen.set(literal.node());
                    open.add(literal.node());
                }
            }
        }
        return false;
    }
}
