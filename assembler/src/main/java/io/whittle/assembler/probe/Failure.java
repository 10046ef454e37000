package io.whittle.assembler.probe;

import java.util.List;

/**
 * What a check came to where it did not pass.
 *
 * @param row the row, or the superset, in which it did not
 * @param asked whether it could be asked at all
 * @param at what was done
 * @param expected what should have been
 * @param got what was
 * @param logs the ends of what its processes wrote
 */
public record Failure(String row, boolean asked, String at, String expected, String got, List<Log> logs) {
    /** Copies the logs. */
    public Failure {
        logs = List.copyOf(logs);
    }

    /**
     * The end of what a process wrote.
     *
     * @param name the name of the file it was written to, which is gone
     * @param lines the last ones, without what no terminal should be given
     */
    public record Log(String name, List<String> lines) {
        /** Copies the lines. */
        public Log {
            lines = List.copyOf(lines);
        }
    }
}
