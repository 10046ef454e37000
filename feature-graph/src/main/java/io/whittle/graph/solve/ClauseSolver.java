package io.whittle.graph.solve;

import org.logicng.collections.LNGBooleanVector;
import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.solvers.sat.MiniSat2Solver;
import org.logicng.solvers.sat.MiniSatStyleSolver;

import java.util.BitSet;

/**
 * Whether clauses can be met under assumptions, asked again and again.
 *
 * <p>A literal is twice the number of its variable, which counts from 0, and one more where it is negated.
 */
public final class ClauseSolver {
    private final MiniSatStyleSolver solver = new MiniSat2Solver();
    private final int variables;

    /**
     * Takes the clauses in.
     *
     * @param variables how many there are
     * @param clauses each of literals of which one at least holds
     */
    public ClauseSolver(int variables, Iterable<int[]> clauses) {
        this.variables = variables;
        for (int variable = 0; variable < variables; variable++) {
            // False first, so that models hold little.
            solver.newVar(true, true);
        }
        clauses.forEach(clause -> solver.addClause(vector(clause, clause.length), null));
    }

    /** Whether all clauses can be met with the first so many of these literals. Satisfiability. */
    public boolean meets(int[] literals, int count) {
        return solver.ok() && solver.solve(null, vector(literals, count)) == Tristate.TRUE;
    }

    /** The variables that are true by the last answer of yes. */
    public BitSet model() {
        LNGBooleanVector values = solver.model();
        BitSet model = new BitSet(variables);
        for (int variable = 0; variable < variables; variable++) {
            model.set(variable, values.get(variable));
        }
        return model;
    }

    /** Of the literals last asked about, such as cannot be met together; none where nothing can. Only after an answer of no. */
    public int[] clash() {
        LNGIntVector negated = solver.conflict();
        int[] clash = new int[negated.size()];
        for (int i = 0; i < clash.length; i++) {
            clash[i] = MiniSatStyleSolver.not(negated.get(i));
        }
        return clash;
    }

    private static LNGIntVector vector(int[] literals, int count) {
        LNGIntVector vector = new LNGIntVector(count);
        for (int i = 0; i < count; i++) {
            vector.push(literals[i]);
        }
        return vector;
    }
}
