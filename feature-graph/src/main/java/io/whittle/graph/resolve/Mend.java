package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.List;
import java.util.Optional;

/**
 * One way to mend a clash. It has been tried: once it is made, what clashed can be met together, also with what the mend itself
 * brings to light, such as a parent's word that stood behind a child's; and nothing clashes that did not before. Other clashes of
 * the profile stay.
 */
public sealed interface Mend {
    /**
     * Edits to profiles.
     *
     * @param edits all of them are to be made, in this order; not empty
     */
    record InProfiles(List<Edit> edits) implements Mend {
        public InProfiles {
            edits = List.copyOf(edits);
        }
    }

    /**
     * Edits to what the catalogue requires.
     *
     * @param edits all of them are to be made; not empty
     */
    record InCatalog(List<Requirement> edits) implements Mend {
        public InCatalog {
            edits = List.copyOf(edits);
        }
    }

    /**
     * An entry of {@code requires} that is to say less.
     *
     * @param feature the feature that has the entry; empty for base
     * @param edge the entry
     * @param when where it shall count; empty: it is taken out
     */
    record Requirement(Optional<String> feature, Edge edge, Optional<PlatformCondition> when) {
        /** The feature that is required. */
        public String required() {
            return edge.target().text();
        }
    }
}
