package io.whittle.assembler.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Carries what a process writes into a file, up to a bound; the rest is counted and dropped, so that nothing stops the process. */
final class Pump {
    private final InputStream pipe;
    private final Path file;
    private final long bound;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;

    Pump(InputStream pipe, Path file, long bound) {
        this.pipe = pipe;
        this.file = file;
        this.bound = bound;
        this.thread = new Thread(this::run, "output into " + file.getFileName());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long dropped() {
        return dropped.get();
    }

    /** Waits for the end of the output, which another process may hold open; says whether it was reached. */
    boolean awaitEnd(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    private void run() {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long written = 0;
            for (int count = pipe.read(buffer); count >= 0; count = pipe.read(buffer)) {
                int kept = (int) Math.min(count, bound - written);
                written += kept(out, buffer, kept);
                dropped.addAndGet(count - kept);
            }
        } catch (IOException closed) {
            // The pipe of a process that was killed.
            return;
        }
    }

    // A file that takes no more, on a full disk say, is no reason to let the process wait for a reader.
    private int kept(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException full) {
            dropped.addAndGet(count);
        }
        return count;
    }
}
