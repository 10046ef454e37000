package io.whittle.assembler.cost;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an image gains with a feature, or gives back without it. More is positive; where a fallback is larger than its feature, what is given
 * back is negative.
 *
 * @param with other features that come, or go, along
 * @param weight of all of it, linked where that was asked for, else told from weights
 * @param estimated told from weights, where weight is not
 * @param jdkModules modules of the JDK that come, or go, along
 * @param jars dependencies that come, or go, along
 * @param memory bytes; empty where it was not measured
 * @param start milliseconds; empty where it was not measured
 * @param note what stands against it in the profile
 */
record Change(
        SortedSet<String> with,
        Weight weight,
        Optional<Weight> estimated,
        List<String> jdkModules,
        List<String> jars,
        OptionalLong memory,
        OptionalLong start,
        Optional<String> note) {
    Change {
        with = Collections.unmodifiableSortedSet(new TreeSet<>(with));
        jdkModules = List.copyOf(jdkModules);
        jars = List.copyOf(jars);
    }
}
