package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A check that starts the linked image and asks it something.
 *
 * @param name its name, at the place of its key
 * @param with features the check itself needs
 * @param start the process that is started first, as words; empty when there is none
 * @param ready the line that says the started process is ready
 * @param run the command that asks, as words
 * @param expect what the command must answer
 */
public record Check(
        Mention name,
        List<Mention> with,
        List<Mention> start,
        Optional<Mention> ready,
        List<Mention> run,
        Expectation expect) {
    public Check {
        with = List.copyOf(with);
        start = List.copyOf(start);
        run = List.copyOf(run);
    }

    /**
     * What a command must answer.
     *
     * @param exit its exit code
     * @param stdout a regular expression found in its output
     * @param stderr a regular expression found in its error output
     * @param withinMillis how long it may take, in milliseconds
     */
    public record Expectation(
            Optional<Integer> exit, Optional<Mention> stdout, Optional<Mention> stderr, Optional<Long> withinMillis) {
        /** Expects nothing in particular. */
        public static final Expectation NONE =
                new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
