package io.whittle.graph.matrix;

import io.whittle.graph.solve.ClauseSolver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Builds one row after the other: from two literals on, it takes the one that meets most open pairs with those it has, and what
 * follows; the greedy way of Cohen and others, "The AETG System" (IEEE TSE 23(7), 1997).
 *
 * <p>Propagation says what follows. Where that leads into a dead end, the solver says which of the literals taken do not go
 * together; that is learnt for all rows to come, the last of them is dropped, and the search goes on.
 */
final class RowSearch {
    private final Propagator propagator;
    private final ClauseSolver solver;
    private final int literals;
    private final int[] gains;
    private final BitSet candidates;
    private OpenPairs open;
    private final int[] taken;
    private int count;
    private int seen;

    RowSearch(Propagator propagator, ClauseSolver solver, int literals) {
        this.propagator = propagator;
        this.solver = solver;
        this.literals = literals;
        this.gains = new int[literals];
        this.candidates = new BitSet(literals);
        this.taken = new int[literals];
    }

    /** Whether two literals go together; when not, that is learnt. Satisfiability. */
    boolean together(int first, int second) {
        int mark = propagator.size();
        boolean possible = propagator.assume(first) && propagator.assume(second);
        propagator.takeBack(mark);
        if (!possible) {
            return false;
        }
        if (solver.meets(new int[] {first, second}, 2)) {
            return true;
        }
        propagator.add(new int[] {first ^ 1, second ^ 1});
        return false;
    }

    /** A full row with two literals that go together: the literals that hold in it. */
    BitSet row(OpenPairs wanted, int first, int second) {
        open = wanted;
        int mark = propagator.size();
        List<Integer> start = List.of(first, second);
        while (!complete(start)) {
            propagator.takeBack(mark);
            start = withoutClash();
            mark = propagator.size();
        }
        BitSet row = new BitSet(literals);
        for (int position = 0; position < propagator.size(); position++) {
            row.set(propagator.held(position));
        }
        propagator.takeBack(mark);
        return row;
    }

    private boolean complete(List<Integer> start) {
        Arrays.fill(gains, 0);
        candidates.set(0, literals);
        count = 0;
        seen = 0;
        for (int literal : start) {
            if (!take(literal)) {
                return false;
            }
        }
        for (int next = best(); next >= 0; next = best()) {
            if (!take(next)) {
                return false;
            }
        }
        // What meets nothing new stays out where it can.
        for (int literal = 1; literal < literals; literal += 2) {
            if (propagator.isOpen(literal) && !take(literal)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a literal or, where it contradicts what is taken, its negation; false when that does, too. */
    private boolean take(int literal) {
        if (propagator.isOpen(literal)) {
            int mark = propagator.size();
            if (propagator.assume(literal)) {
                taken[count++] = literal;
            } else {
                propagator.takeBack(mark);
                if (!propagator.assume(literal ^ 1)) {
                    return false;
                }
            }
        }
        weigh();
        return true;
    }

    /** Counts what has come to hold for what is still to be decided; for nothing else, or full rows would take most of the time. */
    private void weigh() {
        for (int position = seen; position < propagator.size(); position++) {
            candidates.clear(propagator.held(position));
            candidates.clear(propagator.held(position) ^ 1);
        }
        for (; seen < propagator.size() && !candidates.isEmpty(); seen++) {
            BitSet others = (BitSet) candidates.clone();
            others.and(open.of(propagator.held(seen)));
            for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
                gains[other]++;
            }
        }
    }

    /** What meets most open pairs now; where nothing meets any, what can meet most with others; -1 when nothing can. */
    private int best() {
        int best = -1;
        for (int literal = candidates.nextSetBit(0); literal >= 0; literal = candidates.nextSetBit(literal + 1)) {
            if (open.degree(literal) > 0
                    && (best < 0 || isBetter(literal, best))
                    && (gains[literal] > 0 || open.of(literal).intersects(candidates))) {
                best = literal;
            }
        }
        return best;
    }

    private boolean isBetter(int literal, int best) {
        return gains[literal] > gains[best]
                || gains[literal] == gains[best] && open.degree(literal) > open.degree(best);
    }

    /** Learns what of the literals taken clashes; the rest, without the last of them. */
    private List<Integer> withoutClash() {
        if (solver.meets(taken, count)) {
            throw new IllegalStateException("propagation contradicts the solver");
        }
        int[] clash = solver.clash();
        propagator.add(Arrays.stream(clash).map(literal -> literal ^ 1).toArray());
        BitSet clashing = new BitSet();
        Arrays.stream(clash).forEach(clashing::set);
        List<Integer> rest = new ArrayList<>();
        boolean dropped = false;
        for (int i = count - 1; i >= 0; i--) {
            if (dropped || !clashing.get(taken[i])) {
                rest.add(0, taken[i]);
            } else {
                dropped = true;
            }
        }
        return rest;
    }
}
