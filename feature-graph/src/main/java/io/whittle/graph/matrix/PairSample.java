package io.whittle.graph.matrix;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Rows, and which pairs they meet. */
public final class PairSample {
    private final PairQuestion question;
    private final List<BitSet> rows;
    private final long pairs;
    private final long feasible;
    private final long missed;
    private final Optional<Standing> standing;

    /** What is known of pairs of literals of atoms. */
    record Standing(Atoms atoms, Implications implications, OpenPairs missed) {}

    private PairSample(
            PairQuestion question,
            List<BitSet> rows,
            long pairs,
            long feasible,
            long missed,
            Optional<Standing> standing) {
        this.question = question;
        this.rows = List.copyOf(rows);
        this.pairs = pairs;
        this.feasible = feasible;
        this.missed = missed;
        this.standing = standing;
    }

    static PairSample of(PairQuestion question, List<BitSet> rows, long pairs, long feasible, Standing standing) {
        return new PairSample(question, rows, pairs, feasible, standing.missed().left(), Optional.of(standing));
    }

    /** Nothing meets the clauses. */
    static PairSample none(PairQuestion question, long pairs) {
        return new PairSample(question, List.of(), pairs, 0, 0, Optional.empty());
    }

    /** For each row the variables that are true in it, those with few chosen ones first; not to be changed. */
    public List<BitSet> rows() {
        return rows;
    }

    /** How many pairs were asked about. */
    public long pairs() {
        return pairs;
    }

    /** How many of them can be. */
    public long feasible() {
        return feasible;
    }

    /** How many of them rows meet: all that can be, but for a limit. */
    public long covered() {
        return feasible - missed;
    }

    /**
     * Whether the clauses can be met with both of these literals.
     *
     * @throws IllegalArgumentException when this is none of the pairs asked about
     */
    public boolean isFeasible(int literal, int other) {
        check(literal, other);
        return standing.filter(known -> !known.implications()
                        .excludes(known.atoms().of(literal), known.atoms().of(other)))
                .isPresent();
    }

    /**
     * Whether both of these literals hold in one of the rows.
     *
     * @throws IllegalArgumentException when this is none of the pairs asked about
     */
    public boolean isCovered(int literal, int other) {
        return isFeasible(literal, other)
                && standing.filter(known -> !known.missed()
                                .isOpen(known.atoms().of(literal), known.atoms().of(other)))
                        .isPresent();
    }

    private void check(int literal, int other) {
        if (!question.asksFor(literal, other)) {
            throw new IllegalArgumentException("literals " + literal + " and " + other + " are no pair asked about");
        }
    }
}
