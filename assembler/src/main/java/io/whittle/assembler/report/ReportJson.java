package io.whittle.assembler.report;

import io.whittle.graph.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports as report.json, whose schema is docs/report.schema.json: the records field by field, and what is absent is left out. */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private ReportJson() {}

    /** The tree of a report. */
    public static JsonNode tree(Report report) {
        JsonNode tree = MAPPER.valueToTree(report);
        dropAbsent(tree);
        return tree;
    }

    /** The document; lines end with {@code \n}, and the same report gives the same bytes. */
    public static String write(Report report) {
        return JsonText.of(tree(report));
    }

    private static void dropAbsent(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ReportJson::dropAbsent);
    }
}
