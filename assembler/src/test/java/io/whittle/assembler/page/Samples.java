package io.whittle.assembler.page;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** Reports to make pages of. */
final class Samples {
    private Samples() {}

    /** One image, green. */
    static ObjectNode build() {
        return read("build.json");
    }

    /** Images of three profiles, some red, and one missing. */
    static ObjectNode matrix() {
        return read("matrix.json");
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return (ObjectNode) JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy in which every text was changed. */
    static JsonNode withTexts(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof StringNode text) {
            return StringNode.valueOf(change.apply(text.asString()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(child -> copy.add(withTexts(child, change)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), withTexts(entry.getValue(), change)));
            return copy;
        }
        return node;
    }
}
