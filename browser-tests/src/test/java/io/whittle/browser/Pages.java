package io.whittle.browser;

import io.whittle.assembler.page.ReportPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Pages to look at. */
final class Pages {
    /** Words that choose a form; every other text of a report is somebody's. */
    private static final Set<String> FIXED = Set.of(
            "matrix", "build", "green", "red", "not run", "error", "warning", "info", "passed", "failed", "native",
            "other");

    private Pages() {}

    /** Of one image, green. */
    static String build() {
        return ReportPage.html(read("build.json"));
    }

    /** Of a build whose one image is green, and which lacks another. */
    static String missingImage() {
        ObjectNode report = read("build.json");
        report.put("verdict", "red");
        report.set("missing", read("matrix.json").get("missing"));
        return ReportPage.html(report);
    }

    /** Of a sample whose images all are green, red by a fault that is of none of them. */
    static String faultBeside(String sample) {
        ObjectNode report = read(sample);
        report.put("verdict", "red");
        report.path("images").forEach(image -> ((ObjectNode) image).put("verdict", "green"));
        report.putArray("missing");
        report.putArray("faults").addObject().put("kind", "unreadable").put("text", "full cannot be had any more");
        return ReportPage.html(report);
    }

    /** Of a build whose first document lies elsewhere. */
    static String documentAt(String href) {
        ObjectNode report = read("build.json");
        ((ObjectNode) report.at("/images/0/documents/0")).put("href", href);
        return ReportPage.html(report);
    }

    /** Of a matrix, red. */
    static String matrix() {
        return ReportPage.html(read("matrix.json"));
    }

    /** Of a matrix in which every text that is not a word of the schema begins with markup; names stay apart by what they were. */
    static String hostile() {
        return ReportPage.html(hostile(read("matrix.json")));
    }

    private static JsonNode hostile(JsonNode node) {
        if (node instanceof StringNode text && !FIXED.contains(text.asString())) {
            return StringNode.valueOf("</script><img src=x onerror=\"window.hacked=1\">" + text.asString());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(child -> copy.add(hostile(child)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), hostile(entry.getValue())));
            return copy;
        }
        return node;
    }

    /** Of a catalogue with as many features, each of which requires some of those before it. */
    static String large(int features) {
        ObjectNode report = read("build.json");
        ObjectNode image = (ObjectNode) report.path("images").path(0);
        ArrayNode graph = report.putArray("features");
        ArrayNode resolved = image.putArray("features");
        for (int i = 0; i < features; i++) {
            String name = "feature-%04d".formatted(i);
            ObjectNode feature =
                    graph.addObject().put("name", name).put("internal", false).put("line", 9 + i);
            ArrayNode requires = feature.putArray("requires");
            for (int k = 2; k <= 3 && i / k > 0; k++) {
                requires.addObject().put("feature", "feature-%04d".formatted(i / k));
            }
            feature.putArray("needs");
            feature.putArray("recommends");
            feature.putArray("conflicts");
            boolean in = i < features / 2;
            resolved.addObject()
                    .put("name", name)
                    .put("in", in)
                    .put("kind", in ? "asked-for" : "not-asked-for")
                    .put("reason", in ? "asked for by minimal" : "not asked for")
                    .putArray("chain");
        }
        image.remove("cost");
        return ReportPage.html(report);
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/io/whittle/assembler/page/" + name)) {
            return (ObjectNode) JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
