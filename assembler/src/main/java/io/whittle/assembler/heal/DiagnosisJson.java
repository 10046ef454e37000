package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Answer;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.Run;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes bisect.json, whose schema is docs/bisect.schema.json; lines end with {@code \n}. */
public final class DiagnosisJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private DiagnosisJson() {}

    /** The document of a search. */
    public static String write(Diagnosis diagnosis) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("check", diagnosis.check());
        document.put("profile", diagnosis.profile());
        document.put("platform", diagnosis.platform().toString());
        document.put("result", DiagnosisWords.word(diagnosis.result()));
        diagnosis.superset().ifPresent(superset -> document.put("superset", superset));
        diagnosis.without().forEach(document.putArray("without")::add);
        diagnosis
                .fault()
                .ifPresent(fault -> document.putObject("fault")
                        .put("at", fault.at())
                        .put("expected", fault.expected())
                        .put("got", fault.got()));
        diagnosis.options().forEach(document.putArray("options")::add);
        addAll(document.putArray("suspects"), diagnosis.suspects());
        ArrayNode culprits = document.putArray("culprits");
        if (diagnosis.result() instanceof Healed<ImagePart> healed) {
            addAll(culprits, healed.answer().culprits());
            add(document, healed);
        }
        diagnosis.excluded().forEach(document.putArray("excluded")::add);
        diagnosis.askers().forEach(document.putArray("askers")::add);
        ArrayNode edits = document.putArray("edits");
        for (Addition edit : diagnosis.edits()) {
            edits.addObject().put("list", edit.list().word()).put("entry", edit.entry());
        }
        ArrayNode runs = document.putArray("runs");
        diagnosis.runs().all().forEach(run -> add(runs.addObject(), run));
        document.put("attempts", diagnosis.runs().attempts());
        document.put("flaky", diagnosis.runs().flaky());
        document.put("millis", diagnosis.runs().time().toMillis());
        return JsonText.of(document);
    }

    private static void add(ObjectNode document, Healed<ImagePart> healed) {
        addAll(document.putArray("added"), healed.answer().added());
        ArrayNode others = document.putArray("alternatives");
        for (Answer<ImagePart> other : healed.others()) {
            addAll(others.addObject().putArray("culprits"), other.culprits());
        }
        document.put("all", healed.all());
        document.put("beyondSuspects", healed.beyondSuspects());
        document.put(
                "confirmation",
                switch (healed.confirmation()) {
                    case CONFIRMED -> "confirmed";
                    case SEARCHED_AGAIN -> "searched-again";
                    case NOT_RUN -> "not-run";
                    case NOT_ASKED -> "not-asked";
                });
        addAll(document.putArray("unproven"), healed.unproven());
        healed.conflict().ifPresent(conflict -> {
            ObjectNode node = document.putObject("conflict");
            addAll(node.putArray("passing"), conflict.passing());
            addAll(node.putArray("added"), conflict.added());
            addAll(node.putArray("with"), conflict.with());
        });
    }

    private static void add(ObjectNode node, Run<ImagePart> run) {
        addAll(node.putArray("added"), run.added());
        addAll(node.putArray("leftOut"), run.leftOut());
        node.put("linked", run.linked());
        node.put("outcome", DiagnosisWords.word(run.verdict()));
        node.put("attempts", run.attempts());
        node.put("millis", run.time().toMillis());
    }

    private static void addAll(ArrayNode array, Iterable<ImagePart> parts) {
        parts.forEach(part -> array.addObject().put("kind", part.kind().word()).put("name", part.name()));
    }
}
