package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/**
 * One {@code needs} that counts on the platform.
 *
 * @param feature the feature that has the entry; empty for base
 * @param capability of which a provider has to be in
 * @param place of the entry
 */
public record Need(Optional<String> feature, String capability, Place place) {}
