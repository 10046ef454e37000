package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes audit.sarif: SARIF 2.1.0, one run. Results stand in the catalogue, which is named by its way from the top of the sources; the places in code that
 * prove them are logical locations below their module. The same audit gives the same bytes everywhere. Linear in what is found.
 */
public final class AuditSarif {
    /** By code, feature and target and never by line, so that a finding stays the same one when the file is edited. */
    private static final String FINGERPRINT = "whittleFinding/v1";

    private final Audit audit;
    private final String uri;
    private final Map<String, Integer> modules = new HashMap<>();

    private AuditSarif(Audit audit, String uri) {
        this.audit = audit;
        this.uri = uri;
    }

    /**
     * The run of an audit, for a document that has others beside it.
     *
     * @param uri of the catalogue, as {@link Sarif#uri} spells it
     */
    public static void addTo(ObjectNode run, Audit audit, String uri) {
        new AuditSarif(audit, uri).add(run);
    }

    /**
     * The document of an audit.
     *
     * @param uri of the catalogue, as {@link Sarif#uri} spells it
     */
    public static String write(Audit audit, String uri) {
        return new AuditSarif(audit, uri).document();
    }

    private String document() {
        ObjectNode document = Sarif.document();
        add(document.withArray("runs").addObject());
        return JsonText.of(document);
    }

    private void add(ObjectNode run) {
        addDriver(run.putObject("tool").putObject("driver"));
        addInvocation(run.putArray("invocations").addObject());
        Sarif.countCharacters(run);
        addModules(run.putArray("logicalLocations"));
        ArrayNode results = run.putArray("results");
        audit.findings().forEach(finding -> add(results.addObject(), finding).putArray("suppressions"));
        audit.accepted()
                .forEach(finding -> add(results.addObject(), finding)
                        .putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("status", "accepted")
                        .put("justification", "accepted in whittle.lock"));
    }

    private static void addDriver(ObjectNode driver) {
        ArrayNode rules = Sarif.rules(driver);
        for (AuditCode code : AuditCode.values()) {
            ObjectNode rule = rules.addObject().put("id", code.word());
            Sarif.addMessage(rule.putObject("shortDescription"), code.title());
            rule.putObject("defaultConfiguration").put("level", Sarif.level(code.severity()));
            rule.put("helpUri", Sarif.HOME + "/blob/main/docs/audit.md#" + code.word());
        }
    }

    private void addInvocation(ObjectNode invocation) {
        invocation.put("executionSuccessful", true);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        addNotifications(notifications, "warning", audit.notRead(), "not read: ");
        addNotifications(notifications, "warning", audit.jdk().warnings(), "");
        addNotifications(
                invocation.putArray("toolConfigurationNotifications"),
                "note",
                audit.stale().stream().map(AuditWords::stale).toList(),
                "");
    }

    private static void addNotifications(ArrayNode array, String level, List<String> texts, String before) {
        for (String text : texts) {
            ObjectNode notification = array.addObject().put("level", level);
            Sarif.addMessage(notification.putObject("message"), before + text);
        }
    }

    private void addModules(ArrayNode array) {
        Stream.concat(audit.findings().stream(), audit.accepted().stream())
                .flatMap(finding -> finding.places().stream())
                .map(CodePlace::module)
                .distinct()
                .sorted()
                .forEach(module -> {
                    modules.put(module, modules.size());
                    array.addObject().put("name", module).put("kind", "module");
                });
    }

    private ObjectNode add(ObjectNode result, AuditFinding finding) {
        result.put("ruleId", finding.code().word())
                .put("ruleIndex", finding.code().ordinal())
                .put("level", Sarif.level(finding.severity()));
        Sarif.addMessage(result.putObject("message"), message(finding));
        Sarif.addPlace(result, uri, finding.at());
        ArrayNode related = result.putArray("relatedLocations");
        finding.places().forEach(place -> add(related.addObject(), place));
        AuditFinding.Key key = finding.key();
        result.putObject("partialFingerprints")
                .put(
                        FINGERPRINT,
                        String.join("/", key.code().word(), key.feature().orElse(""), key.target()));
        return result;
    }

    private static String[] message(AuditFinding finding) {
        List<String> lines = new ArrayList<>(List.of(finding.text() + "."));
        AuditWords.also(finding).ifPresent(also -> lines.add("T" + also.substring(1) + "."));
        if (!finding.bites().isEmpty()) {
            lines.add("Bites in " + BiteText.of(finding.bites()) + ".");
        }
        lines.add("Mend: " + finding.mend()
                + (finding.edits().isEmpty() ? "" : ": ")
                + finding.edits().stream().map(AuditWords::entry).collect(Collectors.joining("; ")));
        return lines.toArray(String[]::new);
    }

    private void add(ObjectNode location, CodePlace place) {
        String member = place.member();
        boolean whole = member.isEmpty();
        ObjectNode logical = location.putArray("logicalLocations").addObject();
        logical.put("name", whole ? place.className() : member)
                .put("fullyQualifiedName", whole ? place.className() : place.className() + "." + member)
                .put("parentIndex", modules.get(place.module()));
        if (!whole) {
            logical.put("kind", "member");
        }
        Sarif.addMessage(location.putObject("message"), place.toString());
    }
}
