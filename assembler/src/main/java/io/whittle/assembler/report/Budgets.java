package io.whittle.assembler.report;

import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.cost.StrictestBudgets;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.text.ByteCount;
import io.whittle.graph.catalog.Budget;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.EffectiveProfile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an image stands with the budgets of its profiles, from what the goals that measure have written. */
final class Budgets {
    /** The state of one that no goal has held. */
    static final String NOT_HELD = "not held";

    private Budgets() {}

    /**
     * Each budget that the catalogue sets now, whether a goal has held it or not.
     *
     * @param rows that the image stands for; where none is a profile the catalogue limits nothing, and what was written stands
     */
    static List<JsonNode> of(ImageDocuments documents, FeatureCatalog catalog, List<String> rows) {
        List<JsonNode> written = Json.entries(documents.tree(DocumentFolder.BUDGETS), "budgets");
        List<EffectiveProfile> profiles = rows.stream()
                .filter(catalog.profiles()::containsKey)
                .map(row -> EffectiveProfile.of(catalog, row))
                .toList();
        if (profiles.isEmpty()) {
            return written;
        }
        SortedMap<String, Budget> limits = StrictestBudgets.of(profiles);
        Map<String, JsonNode> byName = written.stream()
                .collect(Collectors.toMap(
                        budget -> Json.text(budget, "budget"), Function.identity(), (one, other) -> one));
        List<JsonNode> all = new ArrayList<>();
        for (BudgetKind kind : BudgetKind.values()) {
            Budget budget = limits.get(kind.word());
            if (budget != null) {
                JsonNode held = byName.get(kind.word());
                all.add(held == null ? notHeld(kind, budget) : against(budget, kind, held));
            }
        }
        return all;
    }

    /** Those that are, in words. */
    static List<String> exceeded(ImageDocuments documents, List<JsonNode> budgets) {
        return budgets.stream()
                .filter(budget -> budget.path("measured").isNumber()
                        && budget.path("measured").asLong()
                                > budget.path("limit").asLong(Long.MAX_VALUE))
                .map(budget -> documents.called() + " is over its budget '" + Json.text(budget, "budget") + "': "
                        + spell(budget, "measured") + ", and the limit is " + spell(budget, "limit"))
                .toList();
    }

    private static JsonNode notHeld(BudgetKind kind, Budget budget) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("budget", kind.word());
        node.put("unit", kind.unit());
        node.put("limit", budget.amount());
        node.put("state", NOT_HELD);
        node.put("says", kind.word() + " of " + budget.limit() + " was not held: " + kind.holder() + " holds it");
        node.putArray("contributors");
        return node;
    }

    /** What was measured stays, and the limit may have changed since. */
    private static JsonNode against(Budget budget, BudgetKind kind, JsonNode held) {
        if (held.path("limit").asLong(-1) == budget.amount() || !(held instanceof ObjectNode object)) {
            return held;
        }
        ObjectNode node = object.deepCopy();
        node.put("limit", budget.amount());
        if (node.path("measured").isNumber()) {
            long measured = node.path("measured").asLong();
            boolean isExceeded = measured > budget.amount();
            node.put("state", isExceeded ? "exceeded" : "kept");
            if (!isExceeded) {
                node.putArray("contributors");
            }
        }
        return node.put("says", kind.line(Json.number(node, "measured"), budget.limit()));
    }

    private static String spell(JsonNode budget, String name) {
        long amount = budget.path(name).asLong(0);
        return Json.text(budget, "budget").equals("start") ? amount + " ms" : ByteCount.spell(amount);
    }
}
