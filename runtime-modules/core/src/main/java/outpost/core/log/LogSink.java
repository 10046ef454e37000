package outpost.core.log;

import java.io.PrintStream;

/**
 * Takes every line of the node's log. A feature that keeps or filters logs publishes one. Called by one thread at a time; lines
 * written before it was published are handed to it first.
 */
@FunctionalInterface
public interface LogSink {
    void write(LogLine line);

    /** Writes each line as it is, whatever its level. */
    static LogSink to(PrintStream stream) {
        return line -> stream.println(line);
    }
}
