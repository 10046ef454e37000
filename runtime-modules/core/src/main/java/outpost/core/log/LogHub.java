package outpost.core.log;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Where all logs of a node meet. Until it is opened it keeps the lines, so that a sink that is published late misses none; of more
 * than {@value #LIMIT} lines it sends the rest straight to stderr.
 */
public final class LogHub {
    private static final int LIMIT = 1024;

    private final Clock clock;
    private final PrintStream stderr;
    private final List<LogLine> early = new ArrayList<>();
    private LogSink sink;

    /** @param stderr where lines go when no sink takes them */
    public LogHub(Clock clock, PrintStream stderr) {
        this.clock = clock;
        this.stderr = stderr;
    }

    /** The log of one feature, or of the node itself. */
    public Log log(String source) {
        return new Log(source, this);
    }

    /** Hands over the lines kept so far, and every line from now on. */
    public synchronized void open(LogSink chosen) {
        sink = chosen;
        early.forEach(this::pass);
        early.clear();
    }

    /** Opens with stderr as the sink, whatever the sink was before: for the time when features are being closed. */
    public void openToStderr() {
        open(LogSink.to(stderr));
    }

    synchronized void write(LogLevel level, String source, String message) {
        LogLine line = new LogLine(clock.instant(), level, source, message);
        if (sink != null || early.size() >= LIMIT) {
            pass(line);
        } else {
            early.add(line);
        }
    }

    private void pass(LogLine line) {
        try {
            if (sink != null) {
                sink.write(line);
                return;
            }
        } catch (RuntimeException e) {
            stderr.println("log sink failed: " + Causes.text(e));
        }
        stderr.println(line);
    }
}
