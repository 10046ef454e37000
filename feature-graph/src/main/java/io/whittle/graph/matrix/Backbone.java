package io.whittle.graph.matrix;

import io.whittle.graph.solve.ClauseSolver;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the literals that hold in every answer, and has the propagator hold them from the start. */
final class Backbone {
    private Backbone() {}

    /** The variables that are true in one answer and false in another; none when there is no answer. */
    static BitSet open(int variables, List<int[]> clauses) {
        Propagator propagator = new Propagator(variables, clauses);
        BitSet open = new BitSet();
        if (fix(propagator, new ClauseSolver(variables, clauses), variables)) {
            IntStream.range(0, variables)
                    .filter(variable -> propagator.isOpen(2 * variable))
                    .forEach(open::set);
        }
        return open;
    }

    /**
     * Asks for each literal of one answer whether there is one without it; answers rule out further candidates. At most as many
     * questions of satisfiability as there are variables.
     *
     * @return whether there is an answer at all
     */
    static boolean fix(Propagator propagator, ClauseSolver solver, int variables) {
        if (!propagator.consistent() || !solver.meets(new int[0], 0)) {
            return false;
        }
        BitSet first = solver.model();
        BitSet candidates = new BitSet();
        candidates.set(0, variables);
        int mark = propagator.size();
        for (int variable = 0; variable < variables; variable++) {
            int literal = 2 * variable + (first.get(variable) ? 0 : 1);
            if (!candidates.get(variable) || !propagator.isOpen(literal)) {
                continue;
            }
            boolean possible = propagator.assume(literal ^ 1);
            propagator.takeBack(mark);
            if (possible && solver.meets(new int[] {literal ^ 1}, 1)) {
                BitSet changed = solver.model();
                changed.xor(first);
                candidates.andNot(changed);
            } else {
                propagator.assume(literal);
                mark = propagator.size();
            }
        }
        return true;
    }
}
