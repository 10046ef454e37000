package io.whittle.graph.matrix;

import io.whittle.graph.solve.ClauseSolver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds rows, answers to clauses, in which every two of some variables are met in each way in which they can be.
 *
 * <p>Variables that always go together are one at first. Then rows are built, one after the other, each from a pair that none has
 * met yet. Where such a pair cannot be, all pairs that imply it cannot be, either: so it takes few questions to know of every
 * pair whether it can, and a row answers thousands of them.
 */
public final class PairSampler {
    private final PairQuestion question;
    private final PairProgress progress;
    private final PairWeights weights;
    private final Atoms atoms;
    private final RowSearch search;
    private final Implications implications;
    private final int literals;
    private final List<BitSet> rows = new ArrayList<>();

    private PairSampler(PairQuestion question, PairProgress progress, Atoms atoms) {
        this.question = question;
        this.progress = progress;
        this.atoms = atoms;
        this.literals = 2 * atoms.count();
        this.weights = new PairWeights(atoms, question.chosen(), question.kind());
        List<int[]> clauses = atoms.clauses(question.clauses());
        Propagator propagator = new Propagator(atoms.count(), clauses);
        this.implications = Implications.of(propagator, literals);
        this.search = new RowSearch(propagator, new ClauseSolver(atoms.count(), clauses), literals);
    }

    /**
     * Finds the rows. The same question gives the same rows. As hard as satisfiability for each pair that no row meets and
     * propagation does not refute; else, for each row, linear in the clauses for each literal in it.
     */
    public static PairSample sample(PairQuestion question, PairProgress progress) {
        int variables = question.variables();
        Propagator whole = new Propagator(variables, question.clauses());
        if (!Backbone.fix(whole, new ClauseSolver(variables, question.clauses()), variables)) {
            return PairSample.none(question, PairWeights.all(question.chosen(), question.kind()));
        }
        Implications implications = Implications.of(whole, 2 * variables);
        return new PairSampler(question, progress, Atoms.of(whole, implications, variables)).sample();
    }

    private PairSample sample() {
        OpenPairs undecided = new OpenPairs(weights, implications, literals);
        OpenPairs missed = new OpenPairs(weights, implications, literals);
        long all = PairWeights.all(question.chosen(), question.kind());
        long refuted = all - undecided.left();
        for (int first = undecided.busiest(); first >= 0; first = undecided.busiest()) {
            int second = undecided.busiestPartner(first);
            if (search.together(first, second)) {
                BitSet row = search.row(undecided, first, second);
                undecided.met(row);
                keep(row, missed);
            } else {
                long before = undecided.left();
                BitSet changed = implications.forbid(first, second);
                undecided.ruledOut(changed, implications);
                missed.ruledOut(changed, implications);
                refuted += before - undecided.left();
            }
            progress.at(all - undecided.left(), all, rows.size());
        }
        rows.sort(Comparator.comparingInt(this::size));
        return PairSample.of(question, rows, all, all - refuted, new PairSample.Standing(atoms, implications, missed));
    }

    /** Beyond the limit a row still shows what can be. */
    private void keep(BitSet row, OpenPairs missed) {
        if (rows.size() < question.mostRows()) {
            missed.met(row);
            rows.add(inVariables(row));
        }
    }

    private BitSet inVariables(BitSet row) {
        BitSet variables = new BitSet(question.variables());
        for (int variable = 0; variable < question.variables(); variable++) {
            variables.set(variable, row.get(atoms.of(2 * variable)));
        }
        return variables;
    }

    private int size(BitSet row) {
        BitSet in = (BitSet) row.clone();
        in.and(question.chosen());
        return in.cardinality();
    }
}
