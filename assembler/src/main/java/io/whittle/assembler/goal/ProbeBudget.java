package io.whittle.assembler.goal;

import io.whittle.assembler.probe.Probe.Limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many rows may still be run, and for how long. */
final class ProbeBudget {
    private final OptionalInt rows;
    private final OptionalInt minutes;
    private final LongSupplier nanos;
    private final long began;
    private int run;

    /**
     * Begins to count.
     *
     * @param nanos the time, as {@link System#nanoTime()} tells it
     */
    ProbeBudget(OptionalInt rows, OptionalInt minutes, LongSupplier nanos) {
        this.rows = rows;
        this.minutes = minutes;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** What is wrong with these limits. */
    static List<String> faults(OptionalInt rows, OptionalInt minutes) {
        List<String> faults = new ArrayList<>();
        fault("whittle.probeRows", rows).ifPresent(faults::add);
        fault("whittle.probeMinutes", minutes).ifPresent(faults::add);
        return faults;
    }

    private static Optional<String> fault(String property, OptionalInt limit) {
        return limit.isEmpty() || limit.getAsInt() > 0
                ? Optional.empty()
                : Optional.of(property + " is " + limit.getAsInt() + ".\n  Write at least 1, or nothing for no limit.");
    }

    /** How many rows there may be at most. */
    int mostRows() {
        return rows.orElse(Integer.MAX_VALUE);
    }

    /** A row has been run. */
    void count() {
        run++;
    }

    /** What forbids another row. */
    Optional<Limit> ended() {
        if (run >= mostRows()) {
            return Optional.of(Limit.ROWS);
        }
        boolean late = minutes.isPresent() && nanos.getAsLong() - began >= TimeUnit.MINUTES.toNanos(minutes.getAsInt());
        return late ? Optional.of(Limit.MINUTES) : Optional.empty();
    }

    /** {@code , about 40 s left}, when so many rows take as long as those before, and the superset; empty before the first. */
    String left(int more) {
        if (run == 0 || more == 0) {
            return "";
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds((nanos.getAsLong() - began) / (run + 1) * more);
        return seconds < 100
                ? String.format(Locale.ROOT, ", about %d s left", Math.max(1, seconds))
                : String.format(Locale.ROOT, ", about %d min left", (seconds + 59) / 60);
    }
}
