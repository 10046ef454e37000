package io.whittle.assembler.diff;

import io.whittle.assembler.lock.LockContents;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one side says of an image.
 *
 * @param features by name; those that are out stand in it where the side knows them
 * @param contents modules, jars, options and JDK, where it is known what the image is made of
 * @param bytes of the whole image on disk, where it is known
 * @param costs bytes on disk of each feature, where they have been told
 * @param budgets by name
 */
record ImageState(
        SortedMap<String, Standing> features,
        Optional<LockContents> contents,
        Optional<Long> bytes,
        Optional<SortedMap<String, Long>> costs,
        SortedMap<String, BudgetState> budgets) {
    ImageState {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        costs = costs.map(each -> Collections.unmodifiableSortedMap(new TreeMap<>(each)));
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    }

    boolean isIn(String feature) {
        return Optional.ofNullable(features.get(feature)).map(Standing::in).orElse(false);
    }

    String reason(String feature) {
        return Optional.ofNullable(features.get(feature)).map(Standing::reason).orElse("");
    }
}
