package io.whittle.graph.matrix;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Of what rows are asked. A literal is twice the number of its variable, which counts from 0, and one more where it is negated.
 * Clauses and sets are copied when it is made, and are not to be changed by those who read them.
 *
 * @param variables how many there are
 * @param clauses each of literals of which one at least holds in every row
 * @param chosen the variables of which each two are to be met
 * @param kind how they are to be met
 * @param mostRows after so many rows no more are given; what they leave is told
 */
public record PairQuestion(int variables, List<int[]> clauses, BitSet chosen, PairKind kind, int mostRows) {
    /**
     * Copies.
     *
     * @throws IllegalArgumentException when a literal or a chosen variable is none, or the limit is negative
     */
    public PairQuestion {
        clauses = List.copyOf(clauses.stream().map(int[]::clone).toList());
        chosen = (BitSet) chosen.clone();
        for (int[] clause : clauses) {
            if (Arrays.stream(clause).anyMatch(literal -> literal < 0 || literal >= 2 * variables)) {
                throw new IllegalArgumentException(
                        "there are " + variables + " variables, and " + Arrays.toString(clause) + " names others");
            }
        }
        if (chosen.length() > variables) {
            throw new IllegalArgumentException(
                    "there are " + variables + " variables, and number " + (chosen.length() - 1) + " is chosen");
        }
        if (mostRows < 0) {
            throw new IllegalArgumentException("at most " + mostRows + " rows cannot be given");
        }
    }

    /** The same, without a limit to rows. */
    public PairQuestion(int variables, List<int[]> clauses, BitSet chosen, PairKind kind) {
        this(variables, clauses, chosen, kind, Integer.MAX_VALUE);
    }

    /** Whether two literals are one of the pairs asked about. */
    boolean asksFor(int literal, int other) {
        return literal / 2 != other / 2
                && chosen.get(literal / 2)
                && chosen.get(other / 2)
                && (kind == PairKind.ALL || literal % 2 != other % 2);
    }
}
