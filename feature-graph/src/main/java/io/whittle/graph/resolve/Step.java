package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/** One edge of a chain, along which one feature brought another. */
public sealed interface Step permits Requirement, Provision, Recommendation {
    /** The feature it leads from; empty for base. */
    Optional<String> from();

    /** The feature it leads to. */
    String to();

    /** Where the catalogue says it. */
    Place place();
}
