package io.whittle.assembler.check;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that was not as a check expects it.
 *
 * @param at what was done: {@code start: lampd}, {@code step 2: lamp dim desk}
 * @param expected what should have been
 * @param got what was
 * @param logs the ends of what the processes wrote
 * @param again commands for a shell that do the same by hand, in order
 */
public record Fault(String at, String expected, String got, List<LogEnd> logs, List<String> again) {
    public Fault {
        logs = List.copyOf(logs);
        again = List.copyOf(again);
    }

    /**
     * The end of a log.
     *
     * @param file the whole of it
     * @param lines the last ones, without what no terminal should be given
     * @param dropped how many bytes the process wrote that were not kept
     */
    public record LogEnd(Path file, List<String> lines, long dropped) {
        public LogEnd {
            lines = List.copyOf(lines);
        }
    }
}
