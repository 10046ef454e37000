package io.whittle.assembler.probe;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one check said in one row. Rows in which the check is not applicable have no verdict.
 *
 * @param row the row's name
 * @param out the features that are out in it
 * @param passed whether the check passed
 */
public record RowVerdict(String row, SortedSet<String> out, boolean passed) {
    /** Copies the features. */
    public RowVerdict {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
    }
}
