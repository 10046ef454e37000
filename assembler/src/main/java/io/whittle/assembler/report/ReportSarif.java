package io.whittle.assembler.report;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditSarif;
import io.whittle.assembler.audit.Sarif;
import io.whittle.assembler.documents.Json;
import io.whittle.graph.analysis.Code;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was found in code and catalogue, as SARIF 2.1.0: a run for the audit of all images, and one for the catalogue as a whole. */
public final class ReportSarif {
    private ReportSarif() {}

    /**
     * The document. A run is there where something was looked at.
     *
     * @param uri of the catalogue, as {@link Sarif#uri} spells it
     */
    public static String write(Report report, Optional<Audit> audit, String uri) {
        ObjectNode document = Sarif.document();
        ArrayNode runs = (ArrayNode) document.get("runs");
        audit.ifPresent(found -> {
            ObjectNode run = runs.addObject();
            run.putObject("automationDetails").put("id", "whittle/audit");
            AuditSarif.addTo(run, found, uri);
        });
        if (audit.isEmpty() || !report.catalogFindings().isEmpty()) {
            addTo(runs.addObject(), report.catalogFindings(), uri);
        }
        return JsonText.of(document);
    }

    private static void addTo(ObjectNode run, List<JsonNode> findings, String uri) {
        run.putObject("automationDetails").put("id", "whittle/catalogue");
        ArrayNode rules = Sarif.rules(run.putObject("tool").putObject("driver"));
        for (Code code : Code.values()) {
            rules.addObject()
                    .put("id", code.word())
                    .put("helpUri", Sarif.HOME + "/blob/main/docs/validate.md#" + code.word());
        }
        Sarif.countCharacters(run);
        ArrayNode results = run.putArray("results");
        for (JsonNode finding : findings) {
            ObjectNode result = results.addObject()
                    .put("ruleId", Json.text(finding, "code"))
                    .put("level", level(Json.text(finding, "severity")));
            Sarif.addMessage(result.putObject("message"), Json.text(finding, "text"));
            Sarif.addPlace(
                    result,
                    uri,
                    new Place(
                            Math.max(1, finding.path("line").asInt(1)),
                            Math.max(1, finding.path("column").asInt(1))));
            result.putObject("partialFingerprints")
                    .put(
                            "whittleCatalogue/v1",
                            Json.text(finding, "code") + "/" + Json.text(finding.path("subject"), "kind") + "/"
                                    + Json.text(finding.path("subject"), "name") + "/"
                                    + String.join(",", Json.texts(finding, "others")));
        }
    }

    private static String level(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .map(Sarif::level)
                .orElse("warning");
    }
}
