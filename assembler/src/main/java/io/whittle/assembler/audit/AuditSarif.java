package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.text.Printable;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes audit.sarif: SARIF 2.1.0, one run. Results stand in the catalogue, which is named by its file alone; the places in code that
 * prove them are logical locations below their module. The same audit gives the same bytes everywhere. Linear in what is found.
 */
public final class AuditSarif {
    private static final String HOME = "https://github.com/whittle-java/whittle";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** By code, feature and target and never by line, so that a finding stays the same one when the file is edited. */
    private static final String FINGERPRINT = "whittleFinding/v1";

    private final Audit audit;
    private final String uri;
    private final Map<String, Integer> modules = new HashMap<>();

    private AuditSarif(Audit audit) {
        this.audit = audit;
        CatalogSource source = audit.catalog().source();
        this.uri = URLEncoder.encode(String.valueOf(source.file().getFileName()), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** The document of an audit. */
    public static String write(Audit audit) {
        return new AuditSarif(audit).document();
    }

    private String document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = document.putArray("runs").addObject();
        addDriver(run.putObject("tool").putObject("driver"));
        addInvocation(run.putArray("invocations").addObject());
        // Places of the catalogue count characters, not the halves that Java counts.
        run.put("columnKind", "unicodeCodePoints");
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
        return JsonText.of(document);
    }

    private static void addDriver(ObjectNode driver) {
        driver.put("name", "Whittle").put("informationUri", HOME);
        ArrayNode rules = driver.putArray("rules");
        for (AuditCode code : AuditCode.values()) {
            ObjectNode rule = rules.addObject().put("id", code.word());
            addMessage(rule.putObject("shortDescription"), code.title());
            rule.putObject("defaultConfiguration").put("level", level(code.severity()));
            rule.put("helpUri", HOME + "/blob/main/docs/audit.md#" + code.word());
        }
    }

    private void addInvocation(ObjectNode invocation) {
        invocation.put("executionSuccessful", true);
        addNotifications(invocation.putArray("toolExecutionNotifications"), "warning", audit.skipped(), "not read: ");
        addNotifications(
                invocation.putArray("toolConfigurationNotifications"),
                "note",
                audit.stale().stream().map(AuditWords::stale).toList(),
                "");
    }

    private static void addNotifications(ArrayNode array, String level, List<String> texts, String before) {
        for (String text : texts) {
            ObjectNode notification = array.addObject().put("level", level);
            addMessage(notification.putObject("message"), before + text);
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
                .put("level", level(finding.severity()));
        addMessage(result.putObject("message"), message(finding));
        ObjectNode at = result.putArray("locations").addObject().putObject("physicalLocation");
        at.putObject("artifactLocation").put("uri", uri);
        at.putObject("region")
                .put("startLine", finding.at().line())
                .put("startColumn", finding.at().column());
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
        if (!finding.bites().isEmpty()) {
            lines.add("Bites in " + BiteText.of(finding.bites()) + ".");
        }
        lines.add("Mend: " + finding.mend()
                + finding.edit().map(edit -> ": " + AuditWords.entry(edit)).orElse(""));
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
        addMessage(location.putObject("message"), place.toString());
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }

    // Braces stand for arguments and are doubled where they are meant (SARIF 3.11.5); "](" would make a link (3.11.6).
    private static void addMessage(ObjectNode message, String... lines) {
        message.put(
                "text",
                Arrays.stream(lines)
                        .map(Printable::of)
                        .collect(Collectors.joining("\n"))
                        .replace("{", "{{")
                        .replace("}", "}}")
                        .replace("](", "] ("));
    }
}
