package io.whittle.assembler.check;

import io.whittle.assembler.check.Stage.Started;
import io.whittle.assembler.process.ProcessGroup;
import io.whittle.graph.catalog.Ask.Script;
import io.whittle.graph.catalog.Ask.Step;
import io.whittle.graph.catalog.Ask.Steps;
import io.whittle.graph.catalog.Ask.Test;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Expectation;
import io.whittle.graph.catalog.Mention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Asks an image once: lays out files, starts, waits, asks, stops, and leaves no process behind. */
final class Attempt {
    private static final Expectation ALL_PASSED =
            new Expectation(0, Optional.empty(), Optional.empty(), Optional.empty());

    private final CheckRequest request;
    private final Check check;
    private final Path logs;

    /**
     * Prepares.
     *
     * @param logs a folder of this attempt's own
     */
    Attempt(CheckRequest request, Check check, Path logs) {
        this.request = request;
        this.check = check;
        this.logs = logs;
    }

    /**
     * What came of it.
     *
     * @param faults what was not as expected; empty when it passed
     */
    record Tried(List<Fault> faults, List<Measurement> measurements, int leftovers) {}

    Tried run(ProcessGroup group, Ports ports, Path scratch) throws NotRunException, InterruptedException {
        new Commands(request, check.surroundings().properties()).requireUsableImage();
        try (CheckFolder folder = CheckFolder.make(scratch, group.name())) {
            Files.createDirectories(logs);
            SortedMap<String, Integer> free = ports.free(
                    check.surroundings().ports().stream().map(Mention::text).toList());
            Stage stage = new Stage(request, check, group, folder.path(), logs, free);
            folder.lay(check.surroundings().files(), catalogFolder(), stage.values());
            return run(group, stage, folder);
        } catch (IOException broken) {
            throw new NotRunException("its folder cannot be made ready: " + broken);
        }
    }

    private Tried run(ProcessGroup group, Stage stage, CheckFolder folder)
            throws NotRunException, InterruptedException {
        try {
            perform(stage);
            return new Tried(List.of(), stage.measurements(), group.kill());
        } catch (FaultException failed) {
            int leftovers = group.kill();
            keep(folder, stage);
            List<String> others = stage.portsOfOthers();
            List<Fault> faults = failed.faults().stream()
                    .map(fault -> others.isEmpty() ? fault : withPorts(fault, others))
                    .toList();
            return new Tried(faults, stage.measurements(), leftovers);
        } finally {
            group.kill();
        }
    }

    private void perform(Stage stage) throws FaultException, NotRunException, InterruptedException {
        Deadline until = Deadline.in(check.withinMillis());
        Optional<Started> started = Optional.empty();
        if (check.start().isPresent()) {
            started = Optional.of(stage.start("start", check.start().get().words()));
            if (check.start().get().ready().isPresent()) {
                new Readying(stage, started.get())
                        .await(check.start().get().ready().get(), until);
            }
        }
        ask(stage, new Asking(stage, until));
        if (started.isPresent()) {
            new Stopping(stage, started.get(), check.start().get().stop()).run(until);
        }
    }

    private void ask(Stage stage, Asking asking) throws FaultException, NotRunException, InterruptedException {
        if (check.ask() instanceof Steps steps) {
            int number = 0;
            for (Step step : steps.steps()) {
                number++;
                asking.hold(stage.start("step " + number, step.words()), step.expect());
            }
        } else if (check.ask() instanceof Script script) {
            asking.hold(stage.start(existing(script.path().text()), script.arguments()), script.expect());
        } else if (check.ask() instanceof Test test) {
            TestProgram program = request.tests()
                    .orElseThrow(() -> new NotRunException("nothing runs JUnit classes here; let the"
                            + " project depend on org.junit.platform:junit-platform-console, of scope test"));
            asking.hold(stage.start(program, test.type().text()), ALL_PASSED);
        }
    }

    private Path existing(String path) throws NotRunException {
        Path script = catalogFolder().resolve(path);
        if (!Files.isRegularFile(script)) {
            throw new NotRunException("the script " + script + " is not there");
        }
        if (!Files.isExecutable(script)) {
            throw new NotRunException("the script " + script + " may not be executed; run chmod +x");
        }
        return script;
    }

    private Path catalogFolder() {
        return request.catalog().source().file().toAbsolutePath().getParent();
    }

    private static Fault withPorts(Fault fault, List<String> others) {
        String got = fault.got() + "; another program takes connections on port " + String.join(", ", others);
        return new Fault(fault.at(), fault.expected(), got, fault.logs(), fault.again());
    }

    private void keep(CheckFolder folder, Stage stage) {
        try {
            folder.keep(stage.kept(), check.surroundings().files(), stage.values(), stage.values(stage.kept()));
        } catch (IOException full) {
            // What cannot be kept does not change what the check came to.
            return;
        }
    }
}
