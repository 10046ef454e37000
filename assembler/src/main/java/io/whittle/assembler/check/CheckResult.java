package io.whittle.assembler.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param name its name
 * @param summary what it says of itself
 * @param proves features that name it
 * @param asked a hash of what the catalogue has it ask
 * @param outcome what it came to
 * @param millis how long all of its attempts took
 * @param measurements of the last attempt, in the order of the starts; empty where nothing was measured
 * @param leftovers how many processes of the last attempt still lived at its end, and were killed
 * @param folder where logs are, and after a failure all files of the check
 */
public record CheckResult(
        String name,
        Optional<String> summary,
        List<String> proves,
        String asked,
        Outcome outcome,
        long millis,
        List<Measurement> measurements,
        int leftovers,
        Path folder) {
    public CheckResult {
        proves = List.copyOf(proves);
        measurements = List.copyOf(measurements);
    }
}
