package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/**
 * One {@code requires} that counts on the platform: an edge of a chain.
 *
 * @param feature the feature that has the entry
 * @param required the feature it cannot do without
 * @param place of the entry
 */
public record Requirement(String feature, String required, Place place) implements Step {
    @Override
    public Optional<String> from() {
        return Optional.of(feature);
    }

    @Override
    public String to() {
        return required;
    }
}
