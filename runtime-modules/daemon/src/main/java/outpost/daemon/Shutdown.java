package outpost.daemon;

import outpost.core.RunningNode;
import outpost.core.log.Causes;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes the node when a signal ends the process, and lets the process say how that went: 0 for cleanly, where Java by itself would
 * say 143. A signal while the node is still starting waits until there is something to close.
 */
final class Shutdown {
    private static final long LIMIT_SECONDS = 10;

    private final PrintStream err;
    private final CompletableFuture<Optional<RunningNode>> node = new CompletableFuture<>();

    Shutdown(PrintStream err) {
        this.err = err;
    }

    void started(RunningNode running) {
        node.complete(Optional.of(running));
    }

    /** The process ends by itself, with an exit code of its own. */
    void nothingStarted() {
        node.complete(Optional.empty());
    }

    /** The body of the shutdown hook. */
    void run() {
        CompletableFuture<Optional<Integer>> status = new CompletableFuture<>();
        Thread closer = new Thread(() -> close(status), "outpostd-close");
        closer.setDaemon(true);
        closer.start();
        Optional<Integer> code;
        try {
            code = status.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            err.println("outpostd: closing took longer than " + LIMIT_SECONDS + " s; ended as it is");
            code = Optional.of(1);
        } catch (InterruptedException | ExecutionException e) {
            err.println("outpostd: " + Causes.text(e));
            code = Optional.of(1);
        }
        err.flush();
        code.ifPresent(Runtime.getRuntime()::halt);
    }

    /** The main thread has nothing left to do; signals end the process. */
    static void sleepForever() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // Nobody interrupts this thread on purpose, and ending it would end the daemon.
                continue;
            }
        }
    }

    private void close(CompletableFuture<Optional<Integer>> status) {
        Optional<RunningNode> running = node.join();
        if (running.isEmpty()) {
            status.complete(Optional.empty());
            return;
        }
        try {
            running.get().close();
            status.complete(Optional.of(0));
        } catch (IOException | RuntimeException e) {
            err.println("outpostd: " + Causes.text(e));
            status.complete(Optional.of(1));
        }
    }
}
