package io.whittle.graph.matrix;

import java.util.Arrays;
import java.util.Collection;

/**
 * Unit propagation over clauses that may grow, with two watched literals a clause, after Moskewicz and others, "Chaff:
 * Engineering an Efficient SAT Solver" (DAC 2001).
 *
 * <p>A literal is twice the number of its variable, and one more where it is negated.
 */
final class Propagator {
    private final boolean[] isTrue;
    private final int[] trail;
    private int size;
    private int head;
    private final int[][][] watching;
    private final int[] watchers;
    private boolean consistent = true;

    Propagator(int variables, Collection<int[]> clauses) {
        isTrue = new boolean[2 * variables];
        trail = new int[variables];
        watching = new int[2 * variables][4][];
        watchers = new int[2 * variables];
        clauses.forEach(this::add);
    }

    /** Adds a clause; only while nothing is assumed. What it says alone holds from now on. */
    void add(int[] clause) {
        int[] open = Arrays.stream(clause)
                .filter(literal -> !isTrue[literal ^ 1])
                .distinct()
                .toArray();
        if (Arrays.stream(open).anyMatch(literal -> isTrue[literal])) {
            return;
        }
        if (open.length < 2) {
            consistent &= open.length == 1 && assume(open[0]);
        } else {
            watch(open[0], open);
            watch(open[1], open);
        }
    }

    /** Whether what holds without assumptions is free of contradiction, as far as propagation can tell. */
    boolean consistent() {
        return consistent;
    }

    boolean holds(int literal) {
        return isTrue[literal];
    }

    boolean isOpen(int literal) {
        return !isTrue[literal] && !isTrue[literal ^ 1];
    }

    /** How many literals hold. */
    int size() {
        return size;
    }

    /** The literals that hold, in the order in which that became known. */
    int held(int position) {
        return trail[position];
    }

    /** Assumes a literal and all that follows from it; false when that is a contradiction, and then it is to be taken back. */
    boolean assume(int literal) {
        if (isTrue[literal ^ 1]) {
            return false;
        }
        hold(literal);
        while (head < size) {
            if (!propagate(trail[head++] ^ 1)) {
                return false;
            }
        }
        return true;
    }

    /** Takes all back that came to hold since there were so many. */
    void takeBack(int mark) {
        while (size > mark) {
            isTrue[trail[--size]] = false;
        }
        head = size;
    }

    private void hold(int literal) {
        if (!isTrue[literal]) {
            isTrue[literal] = true;
            trail[size++] = literal;
        }
    }

    private void watch(int literal, int[] clause) {
        if (watchers[literal] == watching[literal].length) {
            watching[literal] = Arrays.copyOf(watching[literal], 2 * watchers[literal]);
        }
        watching[literal][watchers[literal]++] = clause;
    }

    private boolean propagate(int falsified) {
        int[][] clauses = watching[falsified];
        int count = watchers[falsified];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int[] clause = clauses[i];
            if (clause[0] == falsified) {
                clause[0] = clause[1];
                clause[1] = falsified;
            }
            if (!isTrue[clause[0]] && watchAnother(clause)) {
                continue;
            }
            clauses[kept++] = clause;
            if (isTrue[clause[0] ^ 1]) {
                System.arraycopy(clauses, i + 1, clauses, kept, count - i - 1);
                watchers[falsified] = kept + count - i - 1;
                return false;
            }
            hold(clause[0]);
        }
        watchers[falsified] = kept;
        return true;
    }

    private boolean watchAnother(int[] clause) {
        for (int i = 2; i < clause.length; i++) {
            if (!isTrue[clause[i] ^ 1]) {
                int other = clause[i];
                clause[i] = clause[1];
                clause[1] = other;
                watch(other, clause);
                return true;
            }
        }
        return false;
    }
}
