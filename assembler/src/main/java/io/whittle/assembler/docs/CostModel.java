package io.whittle.assembler.docs;

import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.MarkdownText;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cost.json as a template is handed it. Features are in order of their names, which stays when figures move. */
final class CostModel {
    private CostModel() {}

    static Map<String, Object> of(JsonNode cost) {
        Map<String, Object> model = new LinkedHashMap<>();
        sizes(model, cost.path("image"));
        List<Map<String, Object>> features = new ArrayList<>();
        cost.path("features").forEach(entry -> features.add(feature(entry)));
        features.sort(Comparator.comparing(feature -> feature.get("name").toString()));
        model.put("features", features);
        return model;
    }

    private static Map<String, Object> feature(JsonNode entry) {
        boolean in = entry.path("in").asBoolean(false);
        JsonNode way = entry.path(in ? "remove" : "add");
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("name", entry.path("feature").asString(""));
        feature.put("in", in);
        feature.put("refused", MarkdownText.source(entry.path("refused").asString("")));
        feature.put("with", texts(way.path("with")));
        sizes(feature, way);
        feature.put("jdkModules", texts(way.path("jdkModules")));
        feature.put(
                "jars",
                texts(way.path("jars")).stream().map(MarkdownText::source).toList());
        feature.put(
                "memory",
                way.path("memory").isNumber()
                        ? ByteCount.spell(way.path("memory").asLong())
                        : "");
        feature.put("start", way.path("start").isNumber() ? way.path("start").asLong() + " ms" : "");
        return feature;
    }

    private static void sizes(Map<String, Object> model, JsonNode node) {
        model.put("bytes", node.path("bytes").asLong(0));
        model.put("size", ByteCount.spell(node.path("bytes").asLong(0)));
        model.put(
                "transfer",
                node.path("archive").isNumber()
                        ? ByteCount.spell(node.path("archive").asLong())
                        : "");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts.stream().sorted().toList();
    }
}
