package io.whittle.assembler.cost;

import io.whittle.assembler.documents.Json;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlanJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of an image's plan has a bearing on its memory and its start-up, beside what is in it.
 *
 * @param settings how its files are made, but for the file that tells its features
 * @param launchers by name, with what each tells its JVM
 */
record ImageMaking(String settings, Map<String, List<String>> launchers) {
    ImageMaking {
        launchers = Map.copyOf(launchers);
    }

    static ImageMaking of(ImagePlan plan) {
        return of(JsonMapper.shared().readTree(PlanJson.bytes(plan)));
    }

    /** Of the document of a plan. */
    static ImageMaking of(JsonNode plan) {
        JsonNode settings = plan.path("settings").deepCopy();
        if (settings instanceof ObjectNode each) {
            each.remove("features");
        }
        Map<String, List<String>> launchers = new TreeMap<>();
        for (JsonNode launcher : Json.entries(plan, "launchers")) {
            launchers.put(Json.text(launcher, "name"), Json.texts(launcher, "jvm"));
        }
        return new ImageMaking(settings.toString(), launchers);
    }

    /** Whether images differ in nothing but what is in them. A launcher comes and goes with what it starts. */
    boolean isLike(ImageMaking other) {
        return settings.equals(other.settings)
                && launchers.entrySet().stream()
                        .allMatch(launcher -> launcher.getValue()
                                .equals(other.launchers.getOrDefault(launcher.getKey(), launcher.getValue())));
    }
}
