package io.whittle.assembler.check;

import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of all checks of one image.
 *
 * @param profile what the image was linked for
 * @param platform what it runs on
 * @param image its folder
 * @param work the folder of all logs and kept files
 * @param measured whether start-up and memory were measured
 * @param checks every check of the catalogue, by name
 * @param withoutCheck features that are in and name no check
 * @param onlyInapplicable features that are in, and all of whose checks are not applicable
 */
public record CheckResults(
        String profile,
        Platform platform,
        Path image,
        Path work,
        boolean measured,
        List<CheckResult> checks,
        SortedSet<String> withoutCheck,
        SortedSet<String> onlyInapplicable) {
    public CheckResults {
        checks = List.copyOf(checks);
        withoutCheck = Collections.unmodifiableSortedSet(new TreeSet<>(withoutCheck));
        onlyInapplicable = Collections.unmodifiableSortedSet(new TreeSet<>(onlyInapplicable));
    }

    /** Whether every check that is applicable was run and passed. */
    public boolean passed() {
        return checks.stream().noneMatch(check -> check.outcome().isFailure());
    }

    /** How many came to such an outcome. */
    public int count(Class<? extends Outcome> outcome) {
        return (int) checks.stream()
                .filter(check -> outcome.isInstance(check.outcome()))
                .count();
    }

    /** How many passed late. */
    public int flaky() {
        return (int) checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed passed && passed.isFlaky())
                .count();
    }
}
