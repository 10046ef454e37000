package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;

import java.util.List;

/** Something seen in a catalogue, whatever the platform. Two that are equal are the same on several platforms. */
public sealed interface Observation
        permits FeatureObservation, EdgeObservation, CapabilityObservation, ProfileObservation, CatalogObservation {
    /** Of which kind it is. */
    Code code();

    /** How much it weighs. */
    default Severity severity() {
        return code().severity();
    }

    /** Where it is seen. */
    Place place();

    /** What it is about. */
    Subject subject();

    /** Other names that have to do with it, in a fixed order; what they name depends on the kind. */
    default List<String> others() {
        return List.of();
    }

    /** The chain that shows it, where one does. */
    default List<Via> via() {
        return List.of();
    }

    /**
     * In words, with what to do; one or more lines.
     *
     * @param source by which places are spelled
     * @param platforms where it holds; at least one
     */
    String text(CatalogSource source, List<Platform> platforms);
}
