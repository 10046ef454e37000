package io.whittle.graph.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Variables that always go together, or always against each other, as one: atomic sets, after Zhang, Zhao and Mei, "A
 * Propositional Logic-Based Method for Verification of Feature Models" (ICFEM 2004), here up to what propagation finds.
 *
 * <p>Atom 0 is that which always holds. A literal of an atom is twice its number, and one more where it is negated.
 */
final class Atoms {
    static final int TRUE = 0;

    private final int[] literals;
    private final int count;

    private Atoms(int[] literals, int count) {
        this.literals = literals;
        this.count = count;
    }

    /** Joins what implies each other, and what holds without assumptions. Quadratic in the variables. */
    static Atoms of(Propagator propagator, Implications implications, int variables) {
        int[] literals = new int[variables];
        Arrays.fill(literals, -1);
        int count = 1;
        for (int variable = 0; variable < variables; variable++) {
            int literal = 2 * variable;
            if (!propagator.isOpen(literal)) {
                literals[variable] = propagator.holds(literal) ? TRUE : TRUE ^ 1;
            } else if (literals[variable] < 0) {
                for (int other = literal; other < 2 * variables; other++) {
                    if (implications.implies(literal, other) && implications.implies(other, literal)) {
                        literals[other / 2] = 2 * count + other % 2;
                    }
                }
                count++;
            }
        }
        return new Atoms(literals, count);
    }

    /** How many there are, with the one that always holds. */
    int count() {
        return count;
    }

    /** The literal of an atom that holds where this literal of a variable does. */
    int of(int literal) {
        return literals[literal / 2] ^ literal % 2;
    }

    /** The clauses in terms of atoms, without those that hold anyway; each once. */
    List<int[]> clauses(Collection<int[]> clauses) {
        Set<List<Integer>> distinct = new LinkedHashSet<>();
        distinct.add(List.of(TRUE));
        for (int[] clause : clauses) {
            List<Integer> open = Arrays.stream(clause)
                    .map(this::of)
                    .filter(literal -> literal != (TRUE ^ 1))
                    .sorted()
                    .distinct()
                    .boxed()
                    .toList();
            if (!open.contains(TRUE) && open.stream().noneMatch(literal -> open.contains(literal ^ 1))) {
                distinct.add(open);
            }
        }
        List<int[]> collapsed = new ArrayList<>();
        distinct.forEach(clause ->
                collapsed.add(clause.stream().mapToInt(Integer::intValue).toArray()));
        return collapsed;
    }
}
