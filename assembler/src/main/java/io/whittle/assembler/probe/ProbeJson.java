package io.whittle.assembler.probe;

import io.whittle.assembler.probe.Finding.Mend;
import io.whittle.assembler.probe.Finding.Wanted;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes probe.json, whose schema is docs/probe.schema.json. Everything is in a fixed order, lines end with {@code \n}. */
public final class ProbeJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private ProbeJson() {}

    /** The document of a probe. */
    public static String write(Probe probe) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("platform", probe.platform().toString());
        document.put("superset", probe.superset());
        document.put("passed", probe.passed());
        addCoverage(document.putObject("pairs"), probe.coverage());
        probe.ended().ifPresent(limit -> document.put("ended", limit.word()));
        ArrayNode findings = document.putArray("findings");
        probe.findings().forEach(finding -> add(findings.addObject(), finding));
        ArrayNode refused = document.putArray("refused");
        for (Probe.Refused each : probe.refused()) {
            ObjectNode entry = refused.addObject();
            addAll(entry.putArray("rows"), each.rows());
            addAll(entry.putArray("faults"), each.faults());
        }
        ArrayNode leftOut = document.putArray("leftOut");
        for (Probe.LeftOut each : probe.leftOut()) {
            ObjectNode entry = leftOut.addObject().put("check", each.check()).put("fails", each.fails());
            add(entry.putObject("failure"), each.failure());
        }
        addAll(document.putArray("neverAsked"), probe.neverAsked());
        ArrayNode rows = document.putArray("rows");
        probe.rows().forEach(row -> add(rows.addObject(), row));
        return JsonText.of(document);
    }

    private static void addCoverage(ObjectNode entry, Coverage coverage) {
        entry.put("features", coverage.features());
        entry.put("all", coverage.pairs());
        entry.put("feasible", coverage.feasible());
        entry.put("met", coverage.met());
        ArrayNode missed = entry.putArray("firstMissed");
        coverage.missed()
                .forEach(pair -> missed.addObject().put("in", pair.in()).put("out", pair.out()));
    }

    private static void add(ObjectNode entry, Finding finding) {
        entry.put("check", finding.check());
        addAll(entry.putArray("proves"), finding.proves());
        addAll(entry.putArray("rows"), finding.rows());
        entry.put("tried", finding.tried());
        ArrayNode suspects = entry.putArray("suspects");
        for (Wanted wanted : finding.suspects()) {
            ObjectNode suspect = suspects.addObject();
            wanted.suspect().where().ifPresent(where -> suspect.put("where", where));
            addAll(suspect.putArray("anyOf"), wanted.suspect().anyOf());
            ArrayNode mends = suspect.putArray("mends");
            for (Mend mend : wanted.mends()) {
                mends.addObject().put("list", mend.list()).put("entry", mend.entry());
            }
        }
        add(entry.putObject("failure"), finding.failure());
    }

    private static void add(ObjectNode entry, Failure failure) {
        entry.put("row", failure.row()).put("asked", failure.asked());
        entry.put("at", failure.at()).put("expected", failure.expected()).put("got", failure.got());
        ArrayNode logs = entry.putArray("logs");
        for (Failure.Log log : failure.logs()) {
            addAll(logs.addObject().put("name", log.name()).putArray("lines"), log.lines());
        }
    }

    private static void add(ObjectNode entry, ProbedRow row) {
        entry.put("name", row.row().profile());
        entry.put("for", row.purpose().word());
        entry.put("state", row.state().word());
        row.sameImageAs().ifPresent(other -> entry.put("sameImageAs", other));
        entry.put("passed", row.passed()).put("failed", row.failed());
        addAll(entry.putArray("include"), row.row().include());
        addAll(entry.putArray("exclude"), row.row().exclude());
        entry.put("profile", ProbeWords.profile(row.row()));
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
