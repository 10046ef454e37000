package io.whittle.assembler.check;

import io.whittle.assembler.check.Stage.Started;
import io.whittle.graph.catalog.Stop;
import io.whittle.graph.catalog.Stop.Command;
import io.whittle.graph.catalog.Stop.Signal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Ends the process that a check started. */
final class Stopping {
    private final Stage stage;
    private final Started started;
    private final Stop stop;

    Stopping(Stage stage, Started started, Stop stop) {
        this.stage = stage;
        this.started = started;
        this.stop = stop;
    }

    /** Ends it; fails when it does not end in time, or not with the code it should. */
    void run(Deadline attempt) throws FaultException, NotRunException, InterruptedException {
        OptionalInt before = started.process().await(0);
        if (before.isPresent()) {
            // A step may have ended it, where the check says how it ends then.
            if (stop.exit().isEmpty() || stop.exit().get() != before.getAsInt()) {
                throw fault("to run until it is stopped", "it ended before, with " + ExitText.of(before.getAsInt()));
            }
            return;
        }
        Deadline until = attempt.within(Optional.of(stop.withinMillis()));
        String by = ask(until);
        OptionalInt exit = started.process().await(until.left());
        if (exit.isEmpty()) {
            throw fault("an end within " + until.millis() + " ms of " + by, "still running then, and killed");
        }
        if (stop.exit().isPresent() && stop.exit().get() != exit.getAsInt()) {
            throw fault("exit code " + stop.exit().get() + " after " + by, ExitText.of(exit.getAsInt()));
        }
    }

    private String ask(Deadline until) throws NotRunException, InterruptedException {
        if (stop.way() instanceof Command command) {
            Started stopper = stage.start("stop", command.words());
            stopper.process().await(until.left());
            return stopper.at();
        }
        Signal signal = (Signal) stop.way();
        switch (signal) {
            case TERM -> started.process().terminate();
            case KILL -> started.process().kill();
            case INT -> {
                try {
                    started.process().interrupt();
                } catch (IOException noShell) {
                    throw new NotRunException("INT cannot be sent here: " + noShell.getMessage());
                }
            }
        }
        return signal.name();
    }

    private FaultException fault(String expected, String got) {
        return new FaultException(List.of(stage.fault(started, expected, got)));
    }
}
