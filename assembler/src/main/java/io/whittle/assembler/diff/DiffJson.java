package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Change;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockedFinding;
import io.whittle.assembler.lock.LockedOrigin;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes diff.json, whose schema is docs/diff.schema.json. Everything is in a fixed order: the same two states give the same
 * bytes.
 */
public final class DiffJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private DiffJson() {}

    /** The document. */
    public static String write(Diff diff) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        side(document.putObject("from"), diff.from());
        side(document.putObject("to"), diff.to());
        document.put("same", diff.isEmpty());
        ArrayNode catalog = document.putArray("catalog");
        diff.subjects().forEach(subject -> subject(catalog.addObject(), subject));
        ArrayNode images = document.putArray("images");
        diff.images().forEach(image -> image(images.addObject(), image));
        ObjectNode findings = document.putObject("findings");
        findings(findings.putArray("new"), diff.newFindings());
        findings(findings.putArray("gone"), diff.goneFindings());
        ArrayNode notCompared = document.putArray("notCompared");
        diff.notCompared().forEach(notCompared::add);
        return JsonText.of(document);
    }

    private static void side(ObjectNode node, Side side) {
        node.put("kind", side.kind().word()).put("name", side.name());
    }

    private static void subject(ObjectNode node, Diff.SubjectDiff diff) {
        node.put("kind", diff.subject().kind().word());
        node.put("name", diff.subject().name());
        node.put("presence", diff.presence().word());
        ArrayNode gone = node.putArray("gone");
        diff.gone().forEach(gone::add);
        ArrayNode added = node.putArray("new");
        diff.added().forEach(added::add);
    }

    private static void image(ObjectNode node, ImageDiff image) {
        node.put("profile", image.key().profile());
        node.put("platform", image.key().platform().toString());
        image.former()
                .ifPresent(former -> node.putObject("former")
                        .put("profile", former.profile())
                        .put("platform", former.platform().toString()));
        node.put("presence", image.presence().word());
        if (image.before().isPresent() || image.after().isPresent()) {
            ObjectNode bytes = node.putObject("bytes");
            image.before().ifPresent(was -> bytes.put("from", was));
            image.after().ifPresent(is -> bytes.put("to", is));
        }
        changes(node, "features", "feature", image.features(), DiffJson::standing);
        changes(node, "reasons", "feature", image.reasons(), DiffJson::standing);
        changes(node, "jdk", "name", image.jdk().stream().toList(), DiffJson::jdk);
        changes(node, "options", "option", image.options(), (entry, value) -> entry.put("value", value));
        changes(node, "modules", "module", image.modules(), DiffJson::origin);
        changes(node, "artifacts", "artifact", image.artifacts(), DiffJson::origin);
        changes(node, "costs", "feature", image.costs(), (entry, value) -> entry.put("bytes", value));
        changes(node, "budgets", "budget", image.budgets(), DiffJson::budget);
    }

    private static <V> void changes(
            ObjectNode node, String list, String key, List<Change<V>> changes, BiConsumer<ObjectNode, V> writer) {
        ArrayNode entries = node.putArray(list);
        for (Change<V> change : changes) {
            ObjectNode entry = entries.addObject().put(key, change.name());
            change.before().ifPresent(was -> writer.accept(entry.putObject("from"), was));
            change.after().ifPresent(is -> writer.accept(entry.putObject("to"), is));
        }
    }

    private static void standing(ObjectNode node, Standing standing) {
        node.put("in", standing.in()).put("reason", standing.reason());
    }

    private static void jdk(ObjectNode node, LockContents.Jdk jdk) {
        node.put("version", jdk.version());
        jdk.vendor().ifPresent(vendor -> node.put("vendor", vendor));
    }

    private static void origin(ObjectNode node, LockedOrigin origin) {
        if (origin instanceof LockedOrigin.OfDependency dependency) {
            node.put("artifact", dependency.artifact()).put("sha256", dependency.sha256());
        } else {
            node.put("from", origin.words());
        }
    }

    private static void budget(ObjectNode node, BudgetState budget) {
        node.put("limit", budget.limit());
        budget.measured().ifPresent(measured -> node.put("measured", measured));
    }

    private static void findings(ArrayNode list, Map<LockedFinding, String> findings) {
        findings.forEach((finding, words) -> {
            ObjectNode node = list.addObject().put("code", finding.code());
            finding.feature().ifPresent(feature -> node.put("feature", feature));
            node.put("target", finding.target()).put("text", words);
        });
    }
}
