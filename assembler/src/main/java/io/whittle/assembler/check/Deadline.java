package io.whittle.assembler.check;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A point in time that something may last until. */
record Deadline(long nanos, long millis) {
    /** So long from now. */
    static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), millis);
    }

    /** So long from now, and no longer than until this one. */
    Deadline within(Optional<Long> own) {
        return own.map(Deadline::in).filter(other -> other.nanos - nanos < 0).orElse(this);
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }

    /** What is left, in milliseconds; 0 when it is over. */
    long left() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()));
    }
}
