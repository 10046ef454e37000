package io.whittle.assembler.check;

import io.whittle.graph.catalog.Check;

/** How long it is worth to wait for an answer that may never come, where it is known how long one took that came. */
public final class Patience {
    private static final int TIMES = 5;

    private static final long LEAST_MILLIS = 10_000;

    private Patience() {}

    /** Five times as long as where the check passed, and ten seconds, in milliseconds. */
    public static long of(long passingMillis) {
        return LEAST_MILLIS + TIMES * passingMillis;
    }

    /** The check, with a limit of so many milliseconds where its own is larger. */
    public static Check limited(Check check, long mostMillis) {
        return check.within(Math.min(check.withinMillis(), mostMillis));
    }
}
