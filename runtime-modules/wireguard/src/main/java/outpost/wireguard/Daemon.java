package outpost.wireguard;

import outpost.core.log.Log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The process that is one device of WireGuard: started, waited for, ended; and one that a killed node has left, ended first. */
final class Daemon {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;

    private final String program;
    private final String device;
    private final ControlSocket socket;
    private final Log log;
    private volatile Optional<Process> process = Optional.empty();

    Daemon(String program, String device, ControlSocket socket, Log log) {
        this.program = program;
        this.device = device;
        this.socket = socket;
        this.log = log;
    }

    /** Ends one that a node has left that was killed; returns when its device is gone. */
    void endFormer() throws IOException {
        if (socket.isThere()) {
            log.info("a WireGuard of a node that did not end well still has " + device + "; it is ended");
            socket.remove();
            await("the former WireGuard does not let go of " + device, () -> !deviceIsThere());
        }
    }

    /**
     * Returns when it can be told what to do.
     *
     * @param ended told once if it ends by itself after that
     */
    void start(Runnable ended) throws IOException {
        endFormer();
        ProcessBuilder builder = new ProcessBuilder(program, "-f", device).redirectErrorStream(true);
        Process started;
        try {
            started = builder.start();
        } catch (IOException e) {
            throw new IOException(
                    program + " could not be started: install wireguard-go, or name it with wireguard.program", e);
        }
        process = Optional.of(started);
        keepLog(started);
        try {
            await(program + " does not open its socket", () -> socket.isThere() || !started.isAlive());
        } catch (IOException late) {
            stop();
            throw late;
        }
        if (!started.isAlive()) {
            throw new IOException(program + " ended with " + started.exitValue() + "; the log has what it said");
        }
        started.onExit().thenRun(() -> {
            if (process.filter(started::equals).isPresent()) {
                ended.run();
            }
        });
    }

    private boolean deviceIsThere() {
        return Files.exists(Path.of("/sys/class/net", device));
    }

    private void keepLog(Process started) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
                        lines.lines().forEach(line -> log.v1("wireguard-go: " + line));
                    } catch (IOException | RuntimeException end) {
                        log.v1("wireguard-go says no more");
                    }
                },
                "outpost-wireguard");
        reader.setDaemon(true);
        reader.start();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String failure, Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new IOException(failure + " within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Ends it, and with it the device. */
    void stop() {
        Optional<Process> ending = process;
        process = Optional.empty();
        ending.ifPresent(running -> {
            running.destroy();
            try {
                if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
    }
}
