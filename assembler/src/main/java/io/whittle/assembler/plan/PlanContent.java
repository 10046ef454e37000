package io.whittle.assembler.plan;

import io.whittle.graph.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A plan without what differs from one profile, machine or build of the same sources to the next: the same text where the same image is
 * meant. Modules and jars of the project itself stand in it by their names, as in {@code whittle.lock}, and the JDK does not.
 */
public final class PlanContent {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> LEFT_OUT = List.of("schema", "profile", "jdk", "forbidden", "notes");

    private PlanContent() {}

    /** The text of a plan's content. All else that plan.json says of an image is in it. */
    public static String text(ImagePlan plan) {
        ObjectNode content = (ObjectNode) MAPPER.readTree(PlanJson.bytes(plan));
        content.remove(LEFT_OUT);
        for (JsonNode module : content.get("modules")) {
            strip(module, isOwn(plan, module.get("name").asString()));
        }
        for (int i = 0; i < plan.classPath().size(); i++) {
            strip(content.get("classpath").get(i), plan.classPath().get(i).own());
        }
        return JsonText.of(content);
    }

    private static void strip(JsonNode node, boolean own) {
        ObjectNode entry = (ObjectNode) node;
        entry.remove(List.of("owner", "requiredBy"));
        if (own) {
            entry.put("from", "project");
            entry.remove(List.of("sha256", "copy"));
        }
    }

    private static boolean isOwn(ImagePlan plan, String module) {
        return plan.modules().get(module).source() instanceof PlannedModule.FromPath path && path.own();
    }
}
