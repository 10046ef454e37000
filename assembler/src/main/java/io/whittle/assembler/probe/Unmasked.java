package io.whittle.assembler.probe;

import java.util.List;

/**
 * Rows in which a check fails for want of the same features.
 *
 * @param rows the rows, in the order they were run; never empty
 * @param suspects any of which may be what is wanting. Empty when none explains the failure: then a conflict, a flaky check or more
 *     than two alternatives are behind it
 */
public record Unmasked(List<String> rows, List<Suspect> suspects) {
    /** Copies the lists. */
    public Unmasked {
        rows = List.copyOf(rows);
        suspects = List.copyOf(suspects);
    }
}
