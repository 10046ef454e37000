package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.fail;

/** A program that was started and not waited for. It is ended when this is closed. */
public final class RunningProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String command;
    private final Process process;
    private final Path log;

    RunningProgram(String command, Process process, Path log) {
        this.command = command;
        this.process = process;
        this.log = log;
    }

    /** The process itself: {@code ip netns exec} becomes the program that it runs. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it wrote so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has written this; fails where it ends before. */
    public RunningProgram awaitText(String text) {
        Await.until(PATIENCE, () -> command + " does not say \"" + text + "\"; it said:\n" + log(), () -> {
            if (log().contains(text)) {
                return true;
            }
            if (!process.isAlive() && !log().contains(text)) {
                fail(command + " ended with " + process.exitValue() + "; it said:\n" + log());
            }
            return false;
        });
        return this;
    }

    /** Waits until it ends by itself; gives its exit code. */
    public int await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                fail(command + " does not end; it said:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends TERM and waits; gives the exit code. */
    public int terminate() {
        process.destroy();
        return await();
    }

    /** Sends KILL and waits. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
