package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/**
 * One {@code recommends} that counts on the platform: an edge of a chain.
 *
 * @param feature the feature that has the entry
 * @param recommended the feature that comes along where it can
 * @param place of the entry
 */
public record Recommendation(String feature, String recommended, Place place) implements Step {
    @Override
    public Optional<String> from() {
        return Optional.of(feature);
    }

    @Override
    public String to() {
        return recommended;
    }
}
