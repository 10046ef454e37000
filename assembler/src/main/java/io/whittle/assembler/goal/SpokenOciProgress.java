package io.whittle.assembler.goal;

import io.whittle.assembler.oci.OciProgress;
import io.whittle.assembler.text.ByteCount;

import java.util.function.LongSupplier;

/** Tells how far the layers of container images are, every few seconds: what is quick is told by its result alone. */
final class SpokenOciProgress implements OciProgress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final Progress progress;
    private final LongSupplier clock;
    private String what = "";
    private long bytes;
    private long done;
    private long told;

    /** The clock is in nanoseconds, from anywhere. */
    SpokenOciProgress(Progress progress, LongSupplier clock) {
        this.progress = progress;
        this.clock = clock;
        this.told = clock.getAsLong();
    }

    @Override
    public void begin(String image, String layer, long all) {
        what = "the " + layer + " layer of " + image;
        bytes = all;
        done = 0;
    }

    @Override
    public void done(long more) {
        done += more;
        long now = clock.getAsLong();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            progress.say("packing " + what + ": " + ByteCount.spell(done) + " of " + ByteCount.spell(bytes));
        }
    }
}
