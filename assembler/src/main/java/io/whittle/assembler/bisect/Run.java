package io.whittle.assembler.bisect;

import java.time.Duration;
import java.util.List;

/**
 * A set on which the check was run.
 *
 * @param added what the set has and the image lacks, dependencies first
 * @param leftOut what the superset has and the set lacks, dependencies first
 * @param linked whether an image was linked for it
 * @param verdict what all attempts together came to
 * @param attempts how often the check was run
 * @param time what all attempts took
 * @param <C> a candidate
 */
public record Run<C>(List<C> added, List<C> leftOut, boolean linked, Verdict verdict, int attempts, Duration time) {
    /** Copies what is given. */
    public Run {
        added = List.copyOf(added);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether the check failed here before it passed. */
    public boolean flaky() {
        return verdict == Verdict.PASS && attempts > 1;
    }
}
