package io.whittle.assembler.probe;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one check said in one row. Rows in which the check is not applicable have no verdict.
 *
 * @param row the row's name
 * @param in the features that are in
 * @param out the features that are out
 * @param passed whether the check passed
 */
public record RowVerdict(String row, SortedSet<String> in, SortedSet<String> out, boolean passed) {
    /** Copies the features. */
    public RowVerdict {
        in = Collections.unmodifiableSortedSet(new TreeSet<>(in));
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
    }
}
