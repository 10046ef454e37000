package io.whittle.assembler.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of one check.
 *
 * @param name its name
 * @param summary what it says of itself
 * @param outcome {@code passed}, {@code failed}, {@code not-applicable}, {@code not-run}
 * @param flaky whether it passed at a later attempt than the first
 * @param seconds how long all attempts took
 * @param says in words, what came; one line
 * @param features that name it
 * @param faults of the last attempt; of a flaky one, those before it passed
 * @param logs the ends of what its processes wrote
 * @param startMillis the longest that a service took from its start until ready, or a command to its end where no service is started; where it was measured
 * @param peakKib the most memory that one of its processes held, where it was measured
 */
public record ImageCheck(
        String name,
        Optional<String> summary,
        String outcome,
        boolean flaky,
        double seconds,
        String says,
        List<String> features,
        List<Fault> faults,
        List<Log> logs,
        OptionalLong startMillis,
        OptionalLong peakKib) {
    public ImageCheck {
        features = List.copyOf(features);
        faults = List.copyOf(faults);
        logs = List.copyOf(logs);
    }

    /** Whether it is red, as is every outcome that is not known. */
    public boolean failed() {
        return !outcome.equals("passed") && isAsked();
    }

    /** Whether it is a question to its image. */
    boolean isAsked() {
        return !outcome.equals("not-applicable");
    }

    /**
     * What was not as it should be.
     *
     * @param at what was done
     * @param expected what should have come
     * @param got what came
     * @param again commands for a POSIX shell that do the same by hand
     */
    public record Fault(String at, String expected, String got, List<String> again) {
        public Fault {
            again = List.copyOf(again);
        }
    }

    /**
     * The end of what a process wrote.
     *
     * @param file below the folder of all checks
     * @param lines at most 20
     * @param dropped how many bytes were not kept
     */
    public record Log(String file, List<String> lines, long dropped) {
        public Log {
            lines = List.copyOf(lines);
        }
    }
}
