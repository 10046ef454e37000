package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.Optional;

/** Why features cannot be in together. */
public sealed interface Obstacle {
    /**
     * Two features conflict.
     *
     * @param one the feature that has the entry
     * @param other the one it names
     * @param because the reason the catalogue gives
     * @param place of the entry
     */
    record Conflicting(String one, String other, Optional<String> because, Place place) implements Obstacle {}

    /**
     * Two features provide a capability of which one provider at most may be in.
     *
     * @param capability the capability
     * @param one a provider
     * @param other another
     * @param place of the capability
     */
    record BothProvide(String capability, String one, String other, Place place) implements Obstacle {}

    /**
     * A feature is ruled out by the profile.
     *
     * @param feature the feature
     * @param exclusion by which
     */
    record Excluded(String feature, Reason.ExcludedBy exclusion) implements Obstacle {}

    /**
     * A feature is not available on the platform.
     *
     * @param feature the feature
     * @param absence why
     */
    record Unavailable(String feature, Reason.NotAvailable absence) implements Obstacle {}
}
