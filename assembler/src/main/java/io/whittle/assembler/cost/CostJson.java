package io.whittle.assembler.cost;

import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalLong;

/** Writes cost.json, whose schema is docs/cost.schema.json. Lines end with {@code \n}. */
public final class CostJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private CostJson() {}

    /** The document. */
    public static String write(Costs costs) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("profile", costs.profile());
        document.put("platform", costs.platform().toString());
        document.put("plan", costs.plan());
        document.put("format", costs.format().word());
        document.put("exact", costs.exact());
        ObjectNode image = weight(document.putObject("image"), costs.image());
        costs.measured().ifPresent(found -> footprint(image, found.memory(), found.start()));
        costs.estimated().ifPresent(estimated -> weight(image.putObject("estimated"), estimated));
        ArrayNode features = document.putArray("features");
        costs.features().forEach(cost -> add(features.addObject(), cost));
        ArrayNode modules = document.putArray("modules");
        for (ModuleCost module : costs.modules()) {
            ObjectNode entry = weight(modules.addObject().put("module", module.module()), module.weight());
            module.owner().ifPresent(owner -> entry.put("owner", owner));
            entry.put("jdk", module.jdk());
        }
        addAll(document.putArray("notes"), costs.notes());
        return JsonText.of(document);
    }

    private static void add(ObjectNode entry, FeatureCost cost) {
        entry.put("feature", cost.feature()).put("in", cost.in());
        cost.change().ifPresent(change -> add(entry.putObject(cost.in() ? "remove" : "add"), change));
        cost.refused().ifPresent(why -> entry.put("refused", why));
        cost.alone().ifPresent(alone -> weight(entry.putObject("alone"), alone));
        cost.shared().ifPresent(shared -> weight(entry.putObject("shared"), shared));
    }

    private static void add(ObjectNode entry, Change change) {
        addAll(entry.putArray("with"), change.with());
        weight(entry, change.weight());
        addAll(entry.putArray("jdkModules"), change.jdkModules());
        addAll(entry.putArray("jars"), change.jars());
        footprint(entry, change.memory(), change.start());
        change.estimated().ifPresent(estimated -> weight(entry.putObject("estimated"), estimated));
        change.note().ifPresent(note -> entry.put("note", note));
    }

    private static void footprint(ObjectNode entry, OptionalLong memory, OptionalLong start) {
        memory.ifPresent(bytes -> entry.put("memory", bytes));
        start.ifPresent(millis -> entry.put("start", millis));
    }

    private static ObjectNode weight(ObjectNode entry, Weight weight) {
        return entry.put("bytes", weight.bytes()).put("archive", weight.archive());
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
