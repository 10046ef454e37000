package io.whittle.graph.matrix;

/** Is told how far the search for rows has come: after each row, and after each pair that proved impossible. */
@FunctionalInterface
public interface PairProgress {
    /** Tells nobody. */
    PairProgress SILENT = (decided, all, rows) -> {};

    /**
     * The search has come so far.
     *
     * @param decided pairs that a row meets, or that are known to be impossible
     * @param all pairs there are
     * @param rows how many rows have been found
     */
    void at(long decided, long all, int rows);
}
