package io.whittle.assembler.goal;

import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.PackProgress;
import io.whittle.assembler.text.ByteCount;

import java.util.function.LongSupplier;

/** Tells how far packing is, every few seconds: what is quick is told by its result alone. */
final class SpokenPackProgress implements PackProgress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final String image;
    private final Progress progress;
    private final LongSupplier clock;
    private String what = "";
    private long bytes;
    private long done;
    private long told;

    /**
     * Of one image.
     *
     * @param image what is packed, in words
     * @param clock in nanoseconds, from anywhere
     */
    SpokenPackProgress(String image, Progress progress, LongSupplier clock) {
        this.image = image;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void begin(ArchiveFormat format, long all) {
        what = image + " as " + format.word();
        bytes = all;
        done = 0;
        told = clock.getAsLong();
    }

    @Override
    public void packed(long more) {
        done += more;
        long now = clock.getAsLong();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            progress.say("packing " + what + ": " + ByteCount.spell(done) + " of " + ByteCount.spell(bytes));
        }
    }
}
