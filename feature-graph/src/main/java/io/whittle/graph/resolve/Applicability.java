package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.List;

/**
 * Whether an image can be asked by a check. A check that is not applicable neither passes nor fails.
 *
 * @param check the check
 * @param hindrances everything against it, the platform first, then the features by name; empty when it is applicable
 */
public record Applicability(Mention check, List<Hindrance> hindrances) {
    public Applicability {
        hindrances = List.copyOf(hindrances);
    }

    /** Whether the check is to be run. */
    public boolean applicable() {
        return hindrances.isEmpty();
    }

    /** What a feature is to a check. */
    public enum Role {
        /** The check names it under {@code with}. */
        NEEDED,
        /** The feature names the check under {@code checks}. */
        PROVED
    }

    /** One thing that stands against a check. */
    public sealed interface Hindrance {}

    /**
     * The condition of the check does not hold.
     *
     * @param when the condition
     * @param platform the image's
     */
    public record OtherPlatform(PlatformCondition when, Platform platform) implements Hindrance {}

    /**
     * A feature is out; the resolution knows why.
     *
     * @param feature its name
     * @param role what it is to the check; {@link Role#NEEDED} where it is both
     * @param place the line that says so
     */
    public record FeatureOut(String feature, Role role, Place place) implements Hindrance {}
}
