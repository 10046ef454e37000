package outpost.core.command;

import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandResult.NotStarted;
import outpost.core.command.CommandResult.TimedOut;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands one at a time, each bounded in time and in how much of its output is kept. Programs get no input but what is given
 * for them, and {@code LC_ALL=C}, so that their words do not depend on who started the daemon. Never throws for what a program does.
 */
public final class CommandRunner {
    /**
     * How long a reader may still wait for a pipe that a grandchild keeps open. Not less, since on a busy machine the reader is no quicker
     * where the pipe has ended, and what is missing would be taken for all.
     */
    private static final long DRAIN_MILLIS = 2_000;

    private final Duration limit;
    private final int outputBytes;
    private final List<String> prefix;

    public CommandRunner(Duration limit, int outputBytes) {
        this(limit, outputBytes, List.of());
    }

    /** @param prefix words put before every command, such as {@code ip netns exec name}; usually none */
    public CommandRunner(Duration limit, int outputBytes, List<String> prefix) {
        this.limit = limit;
        this.outputBytes = outputBytes;
        this.prefix = List.copyOf(prefix);
    }

    /** Runs to the end or to the time limit. If the calling thread is interrupted the program is stopped and the flag kept. */
    public CommandResult run(Command command) {
        return run(command, "");
    }

    /**
     * The same, with an input.
     *
     * @param input what the program may read; whether it does, and how far, is its own business
     */
    public CommandResult run(Command command, String input) {
        Process process;
        try {
            process = start(command.behind(prefix));
        } catch (IOException e) {
            return new NotStarted(command, e.getMessage());
        }
        var output = new Output(process.getInputStream());
        output.start();
        try {
            feed(process.getOutputStream(), input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                stop(process);
                return new TimedOut(command, limit);
            }
            output.join(DRAIN_MILLIS);
            return new Ended(command, process.exitValue(), output.text());
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            return new TimedOut(command, limit);
        } catch (IOException e) {
            stop(process);
            return new NotStarted(command, e.getMessage());
        }
    }

    private static void feed(OutputStream to, String input) throws IOException {
        if (input.isEmpty()) {
            to.close();
            return;
        }
        // On a thread of its own: a program that does not read would hold whoever writes to it, beyond the limit.
        Thread feeder = new Thread(
                () -> {
                    try (to) {
                        to.write(input.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        // The program reads no more, and says itself whether that is a failure.
                        return;
                    }
                },
                "command-input");
        feeder.setDaemon(true);
        feeder.start();
    }

    private static Process start(Command command) throws IOException {
        var builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads everything, so that the program never waits on a full pipe, and keeps the beginning. */
    private final class Output extends Thread {
        private final InputStream from;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Output(InputStream from) {
            super("command-output");
            setDaemon(true);
            this.from = from;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[4096];
            try (from) {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    keep(buffer, read);
                }
            } catch (IOException e) {
                // The pipe went away with its process: what was kept is all there is.
                return;
            }
        }

        private synchronized void keep(byte[] bytes, int length) {
            kept.write(bytes, 0, Math.min(length, outputBytes - kept.size()));
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
