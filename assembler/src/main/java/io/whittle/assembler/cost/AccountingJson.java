package io.whittle.assembler.cost;

import io.whittle.graph.json.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weights on disk. Whittle's own: another version may write other ones, and what makes no sense is measured again. */
final class AccountingJson {
    private static final int SCHEMA = 1;

    private AccountingJson() {}

    /** What was written; empty where there is nothing, or it is damaged. */
    static Optional<Accounting> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (root.path("schema").asInt(0) != SCHEMA) {
                return Optional.empty();
            }
            SortedMap<String, Weight> parts = new TreeMap<>();
            root.path("parts").properties().forEach(part -> parts.put(part.getKey(), weight(part.getValue())));
            return Optional.of(new Accounting(weight(root.required("fixed")), parts));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    static byte[] write(Accounting accounting) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        put(root.putObject("fixed"), accounting.fixed());
        ObjectNode parts = root.putObject("parts");
        accounting.parts().forEach((key, weight) -> put(parts.putObject(key), weight));
        return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, Weight weight) {
        node.put("bytes", weight.bytes()).put("archive", weight.archive());
    }

    private static Weight weight(JsonNode node) {
        return new Weight(
                node.required("bytes").longValue(), node.required("archive").longValue());
    }
}
