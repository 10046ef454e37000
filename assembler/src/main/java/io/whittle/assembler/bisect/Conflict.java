package io.whittle.assembler.bisect;

import java.util.List;

/**
 * A conflict that nobody declared: on an image the check passes, and with more in it it fails.
 *
 * @param passing what to add to the image so that the check passes; what these require comes with them
 * @param added what has to be added besides for the check to fail; the fewest
 * @param with which of what passes does not go with it: leave one of these out instead, and the check passes too. Empty where
 *     what was added goes with none of it, or not with the image itself
 * @param <C> a candidate
 */
public record Conflict<C>(List<C> passing, List<C> added, List<C> with) {
    /** Copies what is given. */
    public Conflict {
        passing = List.copyOf(passing);
        added = List.copyOf(added);
        with = List.copyOf(with);
    }
}
