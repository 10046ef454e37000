package io.whittle.graph.cells;

import io.whittle.graph.resolve.Resolution;

/**
 * A name, and what it comes to on a platform.
 *
 * @param kind what it is made of
 * @param resolution whose profile has the row's name
 */
public record Row(RowKind kind, Resolution resolution) {
    /** Its name: that of a profile of the catalogue, or one that no profile has. */
    public String name() {
        return resolution.profile().name();
    }
}
