package io.whittle.assembler.goal;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.MatrixProgress;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far the making of a matrix has come, now and then. */
final class MatrixTelling implements MatrixProgress {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final Progress progress;
    private final LongSupplier nanos;
    private long told;

    MatrixTelling(Progress progress, LongSupplier nanos) {
        this.progress = progress;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    @Override
    public void pairs(Platform platform, long decided, long all, int rows) {
        tell("looking for rows of pairs on " + platform + ": " + decided + " of " + all + " pairs, " + rows + " rows");
    }

    @Override
    public void features(Platform platform, int resolved, int all) {
        tell("resolving single features on " + platform + ": " + resolved + " of " + all);
    }

    @Override
    public void rows(int read, int all) {
        tell("merging rows of one image: " + read + " of " + all);
    }

    private void tell(String line) {
        if (nanos.getAsLong() - told >= PAUSE) {
            told = nanos.getAsLong();
            progress.say(line);
        }
    }
}
