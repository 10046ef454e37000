package outpost.logfilter;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.log.LogSink;

import java.io.PrintStream;

/** Passes the log on to standard error without the lines marked {@code [v1]} and {@code [v2]}. */
public final class LogFilter implements Feature {
    private final PrintStream stderr;

    public LogFilter() {
        this(System.err);
    }

    LogFilter(PrintStream stderr) {
        this.stderr = stderr;
    }

    @Override
    public String name() {
        return "logfilter";
    }

    @Override
    public void publish(Node node) {
        node.publish(LogSink.class, line -> {
            if (!line.level().verbose()) {
                stderr.println(line);
            }
        });
    }
}
