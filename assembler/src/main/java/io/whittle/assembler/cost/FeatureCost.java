package io.whittle.assembler.cost;

import java.util.Optional;

/**
 * What a feature costs in a profile.
 *
 * @param feature its name
 * @param in whether the profile's image has it
 * @param change what leaving it out gives back, or adding it takes; empty where that cannot be
 * @param refused why it cannot be, in one line
 * @param alone what its own modules and jars take; empty where it cannot be in
 * @param shared what it has in common with other features: modules that it uses and that are in without it, those of java.base and of base
 *     aside; empty where it cannot be in
 */
record FeatureCost(
        String feature,
        boolean in,
        Optional<Change> change,
        Optional<String> refused,
        Optional<Weight> alone,
        Optional<Weight> shared) {}
