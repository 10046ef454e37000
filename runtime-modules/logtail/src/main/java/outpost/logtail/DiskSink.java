package outpost.logtail;

import outpost.core.log.Causes;
import outpost.core.log.LogLine;
import outpost.core.log.LogSink;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes every line to the disk and the ones that are not verbose to standard error as well. While the disk fails, all lines go to
 * standard error, this is said there once and is a problem in health, and the disk is tried again every {@link #RETRY}.
 */
final class DiskSink implements LogSink, Closeable {
    static final Duration RETRY = Duration.ofSeconds(30);

    private final RotatingLog log;
    private final PrintStream stderr;
    private final Clock clock;
    private final Consumer<Optional<String>> problems;
    private Optional<Instant> retryAt = Optional.empty();

    /** @param problems told of each failed attempt, and with nothing when the disk works again */
    DiskSink(RotatingLog log, PrintStream stderr, Clock clock, Consumer<Optional<String>> problems) {
        this.log = log;
        this.stderr = stderr;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public synchronized void write(LogLine line) {
        if (!keep(line) || !line.level().verbose()) {
            stderr.println(line);
        }
    }

    private boolean keep(LogLine line) {
        if (retryAt.isPresent() && clock.instant().isBefore(retryAt.get())) {
            return false;
        }
        try {
            log.write(line.toString());
        } catch (IOException e) {
            failed(e);
            return false;
        }
        if (retryAt.isPresent()) {
            retryAt = Optional.empty();
            problems.accept(Optional.empty());
        }
        return true;
    }

    /** What is told here may be logged in turn: by then this sink knows that the disk fails. */
    private void failed(IOException cause) {
        boolean first = retryAt.isEmpty();
        retryAt = Optional.of(clock.instant().plus(RETRY));
        String problem = "the log cannot be kept on disk and goes to standard error alone: " + Causes.text(cause)
                + "; make room, or let the node write to its state folder";
        if (first) {
            stderr.println(problem);
        }
        problems.accept(Optional.of(problem));
    }

    /** Finishes the current file. Lines that come later are kept all the same. */
    @Override
    public synchronized void close() throws IOException {
        log.close();
    }
}
