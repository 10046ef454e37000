package io.whittle.assembler.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks at what the system does not tell by itself. */
final class Pause {
    private Pause() {}

    /** Waits about that long; shorter where the thread is interrupted, which stays so. */
    static void millis(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
