package io.whittle.assembler.cost;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.json.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The document budgets.json beside an image; its schema is docs/budgets.schema.json. Several goals write into it, each what it knows; what was
 * said of another image, of another plan, is dropped.
 */
public final class BudgetsFile {
    /** Its name. */
    public static final String JSON = "budgets.json";

    private static final int SCHEMA = 1;

    private final Path file;

    /** That of an image's folder. */
    public BudgetsFile(Path folder) {
        this.file = folder.resolve(JSON);
    }

    /** Nothing is limited. */
    public void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Says how an image stands with some of its budgets. What was said of others before is kept where plan and limit are the same.
     *
     * @param plan SHA-256 of the plan of the image, in hexadecimal
     * @param limits of all its budgets, by their names
     */
    public void put(
            String profile, Platform platform, String plan, Map<String, Long> limits, List<BudgetVerdict> verdicts)
            throws IOException {
        SortedMap<String, JsonNode> all = said(plan);
        all.entrySet().removeIf(said -> !isLimit(said.getValue(), limits.get(said.getKey())));
        verdicts.forEach(verdict -> all.put(verdict.kind().word(), node(verdict)));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("profile", profile);
        document.put("platform", platform.toString());
        document.put("plan", plan);
        ArrayNode budgets = document.putArray("budgets");
        for (BudgetKind kind : BudgetKind.values()) {
            if (all.containsKey(kind.word())) {
                budgets.add(all.get(kind.word()));
            }
        }
        WholeFile.write(file, JsonText.of(document).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it says how the image of this plan stands with this budget. */
    public boolean holds(BudgetKind kind, long limit, String plan) throws IOException {
        JsonNode said = said(plan).get(kind.word());
        return said != null && isLimit(said, limit);
    }

    // Budgets are no part of a plan.
    private static boolean isLimit(JsonNode said, Long limit) {
        return limit != null && said.path("limit").asLong(-1) == limit;
    }

    private SortedMap<String, JsonNode> said(String plan) throws IOException {
        SortedMap<String, JsonNode> said = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return said;
        }
        try {
            JsonNode document = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (document.path("schema").asInt(0) == SCHEMA
                    && document.path("plan").asString("").equals(plan)) {
                document.path("budgets")
                        .forEach(each -> said.put(each.path("budget").asString(""), each));
            }
        } catch (JacksonException damaged) {
            said.clear();
        }
        return said;
    }

    private static ObjectNode node(BudgetVerdict verdict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("budget", verdict.kind().word());
        node.put("unit", verdict.kind().unit());
        node.put("limit", verdict.limit());
        verdict.measured().ifPresent(measured -> node.put("measured", measured));
        node.put("state", verdict.state());
        node.put(
                "says",
                verdict.line() + verdict.unknown().map(why -> ". " + why).orElse(""));
        ArrayNode contributors = node.putArray("contributors");
        for (BudgetVerdict.Contributor each : verdict.contributors()) {
            ObjectNode entry =
                    contributors.addObject().put("feature", each.feature()).put("givesBack", each.givesBack());
            ArrayNode with = entry.putArray("with");
            each.with().forEach(with::add);
        }
        return node;
    }
}
