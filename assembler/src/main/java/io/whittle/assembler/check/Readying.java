package io.whittle.assembler.check;

import io.whittle.assembler.check.Stage.Started;
import io.whittle.graph.catalog.Readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Waits until a started process may be asked. */
final class Readying {
    private static final long EVERY_MILLIS = 10;

    private final Stage stage;
    private final Started started;

    Readying(Stage stage, Started started) {
        this.stage = stage;
        this.started = started;
    }

    /** Waits for all that is given; fails when the time is over, or the process. */
    void await(Readiness ready, Deadline attempt) throws FaultException, InterruptedException {
        Deadline until = attempt.within(ready.withinMillis());
        List<Sign> missing = new ArrayList<>(signs(ready));
        while (true) {
            boolean lives = started.process().isAlive();
            missing.removeIf(sign -> sign.shows(until));
            if (!lives) {
                OptionalInt exit = started.process().await(0);
                throw fault(missing, until, "it ended with " + ExitText.of(exit.orElseThrow()));
            }
            if (missing.isEmpty()) {
                started.meter().ifPresent(Meter::started);
                return;
            }
            if (until.isOver()) {
                throw fault(missing, until, "not so after " + until.millis() + " ms");
            }
            Thread.sleep(EVERY_MILLIS);
        }
    }

    private FaultException fault(List<Sign> missing, Deadline until, String got) {
        String expected = missing.isEmpty()
                ? "to go on running"
                : "ready within " + until.millis() + " ms: "
                        + String.join(", ", missing.stream().map(Sign::text).toList());
        return new FaultException(List.of(stage.fault(started, expected, got)));
    }

    private List<Sign> signs(Readiness ready) {
        return Stream.of(
                        ready.log().map(pattern -> log(pattern.text())),
                        ready.port().map(port -> port(port.text())),
                        ready.file().map(file -> file(file.text())))
                .flatMap(sign -> sign.stream())
                .toList();
    }

    private Sign log(String pattern) {
        LineWatch out = new LineWatch(started.process().spec().stdout(), Pattern.compile(pattern));
        LineWatch err = new LineWatch(started.process().spec().stderr(), Pattern.compile(pattern));
        return new Sign("a line with '" + pattern + "'", until -> out.sees(until) || err.sees(until));
    }

    private Sign port(String name) {
        int port = stage.port(name);
        return new Sign("port " + name + " (" + port + ") takes connections", until -> Ports.accepts(port));
    }

    private Sign file(String path) {
        return new Sign("file " + path, until -> Files.exists(stage.folder().resolve(path)));
    }

    /** One thing that has to hold. */
    private record Sign(String text, Look look) {
        boolean shows(Deadline until) {
            try {
                return look.at(until);
            } catch (IOException unreadable) {
                return false;
            }
        }
    }

    private interface Look {
        boolean at(Deadline until) throws IOException;
    }
}
