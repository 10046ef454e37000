package io.whittle.graph.solve;

import org.logicng.collections.LNGBooleanVector;
import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.solvers.sat.MiniSat2Solver;
import org.logicng.solvers.sat.MiniSatStyleSolver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * All that some nodes can bring in, by whichever provider, as clauses for a SAT solver: what the catalogue says is always
 * there, what is demanded is assumed anew with each question.
 *
 * <p>The rest of the graph can be left out: whatever is not reached can be out without breaking a sentence.
 */
public final class Cone {
    private static final int OUTSIDE = -1;

    private final PlatformGraph graph;
    private final int[] chosen;
    private final MiniSatStyleSolver solver = new MiniSat2Solver();
    private final int[] variables;
    private final int[] choices;

    private Cone(PlatformGraph graph, BitSet nodes, int[] chosen) {
        this.graph = graph;
        this.chosen = chosen;
        this.variables = new int[graph.nodes()];
        this.choices = new int[graph.capabilities()];
        Arrays.fill(variables, OUTSIDE);
        Arrays.fill(choices, OUTSIDE);
        // False first, so that models hold little.
        nodes.stream().forEach(node -> variables[node] = solver.newVar(true, true));
        GraphClauses.each(graph, nodes, this::add);
        nodes.stream().forEach(this::addChoices);
    }

    /**
     * The cone of these nodes and base. Linear in what is reached, but for exclusive capabilities, of whose providers each pair
     * is a clause.
     *
     * @param chosen by capability: the provider that {@link Demand.Kind#CHOSEN} means, or -1
     */
    public static Cone of(PlatformGraph graph, BitSet nodes, int[] chosen) {
        return new Cone(graph, reach(graph, nodes), chosen);
    }

    /** Whether the catalogue's sentences and these demands can be met together. */
    public boolean meets(Collection<Demand> demands) {
        LNGIntVector assumed = new LNGIntVector(demands.size());
        demands.forEach(demand -> assume(demand, assumed));
        return solver.solve(null, assumed) == Tristate.TRUE;
    }

    /** Whether these demands can be met with all of these nodes in. */
    boolean meets(Demands demands, BitSet in, int more) {
        LNGIntVector assumed = new LNGIntVector(in.cardinality() + 1);
        in.stream().forEach(node -> assumed.push(literal(node, true)));
        assumed.push(literal(more, true));
        demands.wanted().stream().forEach(node -> assumed.push(literal(node, true)));
        demands.banned().stream()
                .filter(node -> variables[node] != OUTSIDE)
                .forEach(node -> assumed.push(literal(node, false)));
        for (int choice : choices) {
            if (choice != OUTSIDE) {
                assumed.push(MiniSatStyleSolver.mkLit(choice, false));
            }
        }
        return solver.solve(null, assumed) == Tristate.TRUE;
    }

    /** The nodes that are in by the last answer of yes. */
    public BitSet model() {
        LNGBooleanVector values = solver.model();
        BitSet model = new BitSet();
        for (int node = 0; node < variables.length; node++) {
            if (variables[node] != OUTSIDE && values.get(variables[node])) {
                model.set(node);
            }
        }
        return model;
    }

    private void add(int[] clause) {
        clause(Arrays.stream(clause)
                .map(literal -> literal(literal / 2, literal % 2 == 0))
                .toArray());
    }

    private void addChoices(int node) {
        for (int capability : graph.needs().targetsOf(node)) {
            if (chosen[capability] != Demands.NOBODY) {
                if (choices[capability] == OUTSIDE) {
                    choices[capability] = solver.newVar(true, true);
                }
                clause(
                        MiniSatStyleSolver.mkLit(choices[capability], true),
                        literal(node, false),
                        literal(chosen[capability], true));
            }
        }
    }

    private void assume(Demand demand, LNGIntVector assumed) {
        switch (demand.kind()) {
            case IN -> assumed.push(literal(demand.number(), true));
            case OUT -> {
                if (variables[demand.number()] != OUTSIDE) {
                    assumed.push(literal(demand.number(), false));
                }
            }
            case CHOSEN -> {
                if (choices[demand.number()] != OUTSIDE) {
                    assumed.push(MiniSatStyleSolver.mkLit(choices[demand.number()], false));
                }
            }
        }
    }

    private void clause(int... literals) {
        LNGIntVector clause = new LNGIntVector(literals.length);
        for (int literal : literals) {
            clause.push(literal);
        }
        solver.addClause(clause, null);
    }

    private int literal(int node, boolean in) {
        return MiniSatStyleSolver.mkLit(variables[node], !in);
    }

    /** All that these nodes and base can bring in, by whichever provider. */
    static BitSet reach(PlatformGraph graph, BitSet nodes) {
        BitSet reached = (BitSet) nodes.clone();
        reached.set(graph.base());
        int[] queue = Arrays.copyOf(reached.stream().toArray(), graph.nodes());
        int size = reached.cardinality();
        for (int next = 0; next < size; next++) {
            int node = queue[next];
            for (int target : graph.requires().targetsOf(node)) {
                if (!reached.get(target)) {
                    reached.set(target);
                    queue[size++] = target;
                }
            }
            for (int capability : graph.needs().targetsOf(node)) {
                for (int provider : graph.providers().targetsOf(capability)) {
                    if (!reached.get(provider)) {
                        reached.set(provider);
                        queue[size++] = provider;
                    }
                }
            }
        }
        return reached;
    }
}
