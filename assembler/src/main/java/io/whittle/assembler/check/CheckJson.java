package io.whittle.assembler.check;

import io.whittle.assembler.check.Fault.LogEnd;
import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Optional;

/** Writes checks.json, whose schema is docs/checks.schema.json. Paths begin in the folder of all checks; lines end with {@code \n}. */
public final class CheckJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private final CheckResults results;

    private CheckJson(CheckResults results) {
        this.results = results;
    }

    /**
     * The document of a run.
     *
     * @param plan SHA-256 of the plan.json by which the image was linked, so that nobody takes the run for one of another image
     */
    static String write(CheckResults results, Optional<String> plan) {
        return new CheckJson(results).text(plan);
    }

    private String text(Optional<String> plan) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("profile", results.profile());
        document.put("platform", results.platform().toString());
        plan.ifPresent(sha256 -> document.put("plan", sha256));
        document.put("passed", results.passed());
        document.put("measured", results.measured());
        document.putObject("counts")
                .put("passed", results.count(Passed.class))
                .put("flaky", results.flaky())
                .put("failed", results.count(Failed.class))
                .put("notRun", results.count(NotRun.class))
                .put("notApplicable", results.count(NotApplicable.class));
        ArrayNode checks = document.putArray("checks");
        results.checks().forEach(check -> add(checks.addObject(), check));
        addAll(document.putArray("withoutCheck"), results.withoutCheck());
        addAll(document.putArray("onlyInapplicable"), results.onlyInapplicable());
        return JsonText.of(document);
    }

    private void add(ObjectNode entry, CheckResult check) {
        entry.put("name", check.name());
        check.summary().ifPresent(summary -> entry.put("summary", summary));
        addAll(entry.putArray("proves"), check.proves());
        entry.put("asked", check.asked());
        entry.put("outcome", CheckWords.word(check.outcome()));
        if (check.outcome() instanceof Passed passed) {
            entry.put("attempts", passed.attempts()).put("flaky", passed.isFlaky());
            addFaults(entry.putArray("before"), passed.before());
        } else if (check.outcome() instanceof Failed failed) {
            entry.put("attempts", failed.attempts());
            addFaults(entry.putArray("faults"), failed.faults());
        } else if (check.outcome() instanceof NotApplicable not) {
            addAll(
                    entry.putArray("reasons"),
                    not.hindrances().stream().map(CheckWords::reason).toList());
            return;
        } else if (check.outcome() instanceof NotRun not) {
            entry.put("reason", not.reason());
        }
        entry.put("millis", check.millis());
        entry.put("leftovers", check.leftovers());
        ArrayNode measurements = entry.putArray("measurements");
        for (Measurement each : check.measurements()) {
            ObjectNode measured = measurements.addObject().put("process", each.process());
            each.startMillis().ifPresent(millis -> measured.put("startMillis", millis));
            each.peakKib().ifPresent(kib -> measured.put("peakKib", kib));
        }
        entry.put("folder", relative(check.folder()));
    }

    private void addFaults(ArrayNode array, Iterable<Fault> faults) {
        for (Fault fault : faults) {
            ObjectNode entry = array.addObject();
            entry.put("at", fault.at()).put("expected", fault.expected()).put("got", fault.got());
            ArrayNode logs = entry.putArray("logs");
            for (LogEnd log : fault.logs()) {
                ObjectNode end = logs.addObject().put("file", relative(log.file()));
                addAll(end.putArray("lines"), log.lines());
                end.put("dropped", log.dropped());
            }
            addAll(entry.putArray("again"), fault.again());
        }
    }

    private String relative(Path path) {
        return results.work().relativize(path).toString().replace('\\', '/');
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
