package io.whittle.assembler.check;

import io.whittle.assembler.check.Stage.Started;
import io.whittle.graph.catalog.Expectation;
import io.whittle.graph.catalog.Mention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Waits for what a command answers, and holds it against what it must answer. */
final class Asking {
    private final Stage stage;
    private final Deadline attempt;

    Asking(Stage stage, Deadline attempt) {
        this.stage = stage;
        this.attempt = attempt;
    }

    /** Fails with everything that is not as expected. */
    void hold(Started started, Expectation expectation) throws FaultException, InterruptedException {
        Deadline until = attempt.within(expectation.withinMillis());
        OptionalInt exit = started.process().await(until.left());
        List<Fault> faults = new ArrayList<>();
        if (exit.isEmpty()) {
            faults.add(stage.fault(
                    started,
                    "an end within " + until.millis() + " ms",
                    "still running when the time was over, and killed"));
            throw new FaultException(faults);
        }
        started.meter().ifPresent(Meter::started);
        if (exit.getAsInt() != expectation.exit()) {
            faults.add(stage.fault(started, "exit code " + expectation.exit(), ExitText.of(exit.getAsInt())));
        }
        holdText(faults, started, "output", started.process().spec().stdout(), expectation.stdout());
        holdText(faults, started, "error output", started.process().spec().stderr(), expectation.stderr());
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private void holdText(List<Fault> faults, Started started, String what, Path file, Optional<Mention> pattern) {
        pattern.map(Mention::text).ifPresent(text -> {
            String said = read(file);
            Find find = Find.in(said, Pattern.compile(text), attempt);
            if (find != Find.FOUND) {
                String got = said.isEmpty() ? "no " + what : what + find.text();
                faults.add(stage.fault(started, "'" + text + "' in the " + what, got));
            }
        });
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
