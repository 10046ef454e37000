package io.whittle.assembler.goal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far the search for rows has come, now and then. */
final class RowSearchProgress {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final Progress progress;
    private final LongSupplier nanos;
    private long told;

    RowSearchProgress(Progress progress, LongSupplier nanos) {
        this.progress = progress;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    /** The search has come so far. */
    void at(long decided, long all, int rows) {
        if (nanos.getAsLong() - told >= PAUSE) {
            told = nanos.getAsLong();
            progress.say("looking for rows: " + decided + " of " + all + " pairs, " + rows + " rows");
        }
    }
}
