package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/**
 * A need and a feature that is in and meets it: an edge of a chain.
 *
 * @param need what is needed, and by whom
 * @param provider the feature that meets it
 */
public record Provision(Need need, String provider) implements Step {
    @Override
    public Optional<String> from() {
        return need.feature();
    }

    @Override
    public String to() {
        return provider;
    }

    @Override
    public Place place() {
        return need.place();
    }
}
