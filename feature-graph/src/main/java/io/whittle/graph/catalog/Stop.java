package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How a started process is ended.
 *
 * @param way what ends it
 * @param withinMillis how long that may take before it is killed and the check fails, in milliseconds
 * @param exit the exit code it must have then; when empty, any
 */
public record Stop(Way way, long withinMillis, Optional<Integer> exit) {
    /** The limit when the file sets none, in milliseconds. */
    public static final long WITHIN_MILLIS = 10_000;

    /** What ends a process. */
    public sealed interface Way {}

    /** A signal. */
    public enum Signal implements Way {
        TERM,
        INT,
        KILL
    }

    /**
     * A command, after which the process is expected to end by itself.
     *
     * @param words as in {@link Start}
     */
    public record Command(List<Template> words) implements Way {
        public Command {
            words = List.copyOf(words);
        }
    }
}
