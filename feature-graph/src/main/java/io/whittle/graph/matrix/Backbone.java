package io.whittle.graph.matrix;

import io.whittle.graph.solve.ClauseSolver;

import java.util.BitSet;

/** Finds the literals that hold in every answer, and has the propagator hold them from the start. */
final class Backbone {
    private Backbone() {}

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
