package io.whittle.assembler.check;

import io.whittle.assembler.process.RunningProcess;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures a process while it runs. */
final class Meter {
    private static final long EVERY_MILLIS = 20;

    private final String process;
    private final long began = System.nanoTime();
    private final AtomicLong peakKib = new AtomicLong(-1);
    private OptionalLong startMillis = OptionalLong.empty();

    private Meter(String process) {
        this.process = process;
    }

    /** Measures from now. The system forgets the high-water mark with the process, so it is read again and again. */
    static Meter on(String name, RunningProcess process) {
        Meter meter = new Meter(name);
        Thread thread = new Thread(() -> meter.poll(process), "memory of " + name);
        thread.setDaemon(true);
        thread.start();
        return meter;
    }

    /** It is started, or at its end. */
    void started() {
        startMillis = OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    Measurement measurement() {
        long peak = peakKib.get();
        return new Measurement(process, startMillis, peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak));
    }

    private void poll(RunningProcess process) {
        while (process.isAlive()) {
            process.peakMemoryKib().ifPresent(kib -> peakKib.accumulateAndGet(kib, Math::max));
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException nobodyDoes) {
                return;
            }
        }
    }
}
