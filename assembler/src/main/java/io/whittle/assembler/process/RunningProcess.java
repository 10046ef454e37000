package io.whittle.assembler.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A process that was started, and the two files that take what it writes. */
public final class RunningProcess {
    /** What a pipe may still hold when its process is gone; longer only where a child of it goes on writing. */
    private static final long DRAIN_MILLIS = 2_000;

    private final Process process;
    private final ProcessSpec spec;
    private final Pump stdout;
    private final Pump stderr;

    private RunningProcess(Process process, ProcessSpec spec) {
        this.process = process;
        this.spec = spec;
        this.stdout = new Pump(process.getInputStream(), spec.stdout(), spec.bound());
        this.stderr = new Pump(process.getErrorStream(), spec.stderr(), spec.bound());
    }

    /** Starts it, with a mark; its standard input is empty. */
    static RunningProcess start(ProcessSpec spec, Mark mark) throws IOException {
        Files.write(spec.stdout(), new byte[0]);
        Files.write(spec.stderr(), new byte[0]);
        ProcessBuilder builder =
                new ProcessBuilder(spec.words()).directory(spec.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(spec.environment());
        builder.environment().put(Mark.VARIABLE, mark.text());
        RunningProcess running = new RunningProcess(builder.start(), spec);
        running.stdout.start();
        running.stderr.start();
        running.process.getOutputStream().close();
        return running;
    }

    /** What was started. */
    public ProcessSpec spec() {
        return spec;
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and for what it wrote last; gives its exit code, or nothing when it goes on. */
    public OptionalInt await(long millis) throws InterruptedException {
        if (!process.waitFor(Math.max(0, millis), TimeUnit.MILLISECONDS)) {
            return OptionalInt.empty();
        }
        stdout.awaitEnd(DRAIN_MILLIS);
        stderr.awaitEnd(DRAIN_MILLIS);
        return OptionalInt.of(process.exitValue());
    }

    /** Asks it to end: TERM, where there are signals. */
    public void terminate() {
        process.destroy();
    }

    /** Sends INT, as Ctrl-C does; where there are no signals it is the same as {@link #terminate}. */
    public void interrupt() throws IOException, InterruptedException {
        if (!process.supportsNormalTermination() || !Files.isExecutable(Path.of("/bin/sh"))) {
            terminate();
            return;
        }
        // Java sends no other signals than TERM and KILL.
        new ProcessBuilder("/bin/sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Kills it, and not what it started. */
    public void kill() {
        process.destroyForcibly();
    }

    /** How many bytes of its output were not kept so far. */
    public long droppedOut() {
        return stdout.dropped();
    }

    /** How many bytes of its error output were not kept so far. */
    public long droppedErr() {
        return stderr.dropped();
    }

    /** The most memory it held at a time so far, in KiB; empty where the system does not tell, or it is gone. */
    public OptionalLong peakMemoryKib() {
        return PeakMemory.of(pid());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }
}
