package io.whittle.assembler.check;

import io.whittle.assembler.check.Fault.LogEnd;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person reads of faults. */
class FaultTextTest {
    private static final Path WORK = Path.of("work");

    @Test
    void whatOneStepWroteIsToldOnce() {
        assertThat(FaultText.lines(
                        List.of(
                                fault("step 1: lamp", "exit code 0", "broken"),
                                fault("step 1: lamp", "'on'", "broken")),
                        WORK))
                .containsExactly(
                        "step 1: lamp",
                        "  expected: exit code 0",
                        "  got: something else",
                        "  expected: 'on'",
                        "  got: something else",
                        "  end of err.txt:",
                        "    broken",
                        "  by hand:",
                        "    lamp");
    }

    @Test
    void attemptsThatDifferAreToldEachWithItsLogs() {
        assertThat(FaultText.lines(
                        List.of(fault("step 1: lamp", "'on'", "broken"), fault("step 1: lamp", "'on'", "still broken")),
                        WORK))
                .containsSubsequence("step 1: lamp", "    broken", "step 1: lamp", "    still broken");
    }

    private static Fault fault(String at, String expected, String log) {
        return new Fault(
                at,
                expected,
                "something else",
                List.of(new LogEnd(WORK.resolve("err.txt"), List.of(log), 0)),
                List.of("lamp"));
    }
}
