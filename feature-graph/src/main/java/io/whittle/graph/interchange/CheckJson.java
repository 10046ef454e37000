package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Ask;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Expectation;
import io.whittle.graph.catalog.LaidFile;
import io.whittle.graph.catalog.Readiness;
import io.whittle.graph.catalog.Start;
import io.whittle.graph.catalog.Stop;
import io.whittle.graph.catalog.Surroundings;
import io.whittle.graph.catalog.Surroundings.Assignment;
import io.whittle.graph.catalog.Template;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Writes a check, with what holds where the file says nothing. Placeholders stay as the file spells them. */
final class CheckJson {
    private CheckJson() {}

    static void add(ObjectNode entry, Check check) {
        CatalogJson.addMention(entry, "check", check.name());
        check.summary().ifPresent(summary -> entry.put("summary", summary));
        CatalogJson.addMentions(entry.putArray("with"), "feature", check.with());
        CatalogJson.addWhen(entry, check.when());
        addSurroundings(entry, check.surroundings());
        check.start().ifPresent(start -> addStart(entry.putObject("start"), start));
        addAsk(entry, check.ask());
        entry.put("withinMillis", check.withinMillis()).put("attempts", check.attempts());
    }

    private static void addSurroundings(ObjectNode entry, Surroundings surroundings) {
        addAssignments(entry.putArray("env"), "variable", surroundings.environment());
        addAssignments(entry.putArray("properties"), "property", surroundings.properties());
        ArrayNode files = entry.putArray("files");
        for (LaidFile file : surroundings.files()) {
            ObjectNode each = files.addObject();
            CatalogJson.addMention(each, "file", file.path());
            if (file.content() instanceof LaidFile.Copy copy) {
                each.put("from", copy.from().text());
            } else {
                each.put("text", ((LaidFile.Text) file.content()).text().toString());
            }
        }
        CatalogJson.addMentions(entry.putArray("ports"), "port", surroundings.ports());
    }

    private static void addAssignments(ArrayNode array, String key, List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            ObjectNode each = array.addObject();
            CatalogJson.addMention(each, key, assignment.name());
            each.put("value", assignment.value().toString());
        }
    }

    private static void addStart(ObjectNode entry, Start start) {
        addWords(entry.putArray("words"), start.words());
        start.ready().ifPresent(ready -> addReady(entry.putObject("ready"), ready));
        ObjectNode stop = entry.putObject("stop");
        if (start.stop().way() instanceof Stop.Command command) {
            addWords(stop.putArray("run"), command.words());
        } else {
            stop.put("signal", start.stop().way().toString());
        }
        stop.put("withinMillis", start.stop().withinMillis());
        start.stop().exit().ifPresent(exit -> stop.put("exit", exit));
    }

    private static void addReady(ObjectNode entry, Readiness ready) {
        ready.log().ifPresent(log -> entry.put("log", log.text()));
        ready.port().ifPresent(port -> entry.put("port", port.text()));
        ready.file().ifPresent(file -> entry.put("file", file.text()));
        ready.withinMillis().ifPresent(within -> entry.put("withinMillis", within));
    }

    private static void addAsk(ObjectNode entry, Ask ask) {
        if (ask instanceof Ask.Test test) {
            entry.put("test", test.type().text());
        } else if (ask instanceof Ask.Script script) {
            ObjectNode each =
                    entry.putObject("script").put("file", script.path().text());
            addWords(each.putArray("arguments"), script.arguments());
            addExpectation(each.putObject("expect"), script.expect());
        } else {
            ArrayNode steps = entry.putArray("steps");
            for (Ask.Step step : ((Ask.Steps) ask).steps()) {
                ObjectNode each = steps.addObject();
                addWords(each.putArray("run"), step.words());
                addExpectation(each.putObject("expect"), step.expect());
            }
        }
    }

    private static void addExpectation(ObjectNode entry, Expectation expect) {
        entry.put("exit", expect.exit());
        expect.stdout().ifPresent(stdout -> entry.put("stdout", stdout.text()));
        expect.stderr().ifPresent(stderr -> entry.put("stderr", stderr.text()));
        expect.withinMillis().ifPresent(within -> entry.put("withinMillis", within));
    }

    private static void addWords(ArrayNode array, List<Template> words) {
        words.forEach(word -> array.add(word.toString()));
    }
}
