package io.whittle.assembler.bisect;

import java.time.Duration;
import java.util.List;

/**
 * What was run to come to a result, in order. A set whose verdict was known, or followed from others, is not in it.
 *
 * @param all each run; a set stands in it twice only where it was doubted and asked again, or linked as well
 * @param time what bisecting took, with the runs
 * @param <C> a candidate
 */
public record Runs<C>(List<Run<C>> all, Duration time) {
    /** Copies what is given. */
    public Runs {
        all = List.copyOf(all);
    }

    public int count() {
        return all.size();
    }

    /** How often the check was run in all runs. */
    public int attempts() {
        return all.stream().mapToInt(Run::attempts).sum();
    }

    /**
     * Whether the check passed on some set on which it had failed before.
     */
    public boolean flaky() {
        return all.stream().anyMatch(run -> run.flaky() || (run.verdict() == Verdict.PASS && failedOn(run)));
    }

    private boolean failedOn(Run<C> passed) {
        return all.stream()
                .anyMatch(run -> run.verdict() == Verdict.FAIL
                        && run.linked() == passed.linked()
                        && run.added().equals(passed.added()));
    }
}
