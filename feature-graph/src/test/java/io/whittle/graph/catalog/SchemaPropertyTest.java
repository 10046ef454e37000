package io.whittle.graph.catalog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Schema and reader agree on the shape of catalogues nobody would write: good ones with random values exchanged. */
@Tag("exhaustive")
class SchemaPropertyTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final CatalogSchema SCHEMA = new CatalogSchema();

    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "all",
            "Upper",
            "true",
            "false",
            "a.b",
            "a.b?",
            "a:b",
            "a:b:c",
            "a:b:c:d",
            "zip-9",
            "java-debug",
            "en-GB",
            "5 s",
            "5 MiB",
            "5",
            "255",
            "256",
            "linux",
            "linux/arm/v7/musl",
            "macos/amd64/musl",
            "java",
            "-x",
            "x.y",
            "included",
            "a{name}",
            "two words",
            "null",
            "~",
            "1");

    @Test
    void exchangedValuesAreJudgedAlike() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SchemaPropertyTest: -Dseed=" + seed);
        Random random = new Random(seed);
        List<JsonNode> good = Samples.in("good").stream()
                .map(sample -> SCHEMA.instance(Samples.text(sample)))
                .toList();
        int fine = 0;
        for (int i = 0; i < Integer.getInteger("mutations", 3000); i++) {
            JsonNode tree = good.get(random.nextInt(good.size())).deepCopy();
            exchange(tree, random);
            String json = tree.toString();
            boolean schema = SCHEMA.faults(json).isEmpty();
            assertThat(readerSeesNoFaultOfShape(json))
                    .as("seed " + seed + ", the schema says " + SCHEMA.faults(json) + " of " + json)
                    .isEqualTo(schema);
            fine += schema ? 1 : 0;
        }
        assertThat(fine).as("some exchanges do no harm").isPositive();
    }

    private static boolean readerSeesNoFaultOfShape(String text) {
        CatalogSource source = CatalogSource.of(Path.of("feature-tags.yaml"), text);
        ShapeCount faults = new ShapeCount();
        Shape shape = new Shape(source, faults, new NearestName());
        YamlNodes.read(text, source, faults).ifPresent(root -> new CatalogShape(source, shape).read(root));
        return faults.count == 0;
    }

    /** The schema sees no fault of meaning. */
    private static final class ShapeCount extends FaultLog {
        private int count;

        @Override
        void shape(Place place, String text) {
            count++;
            super.shape(place, text);
        }
    }

    /** Exchanges, removes, renames or adds one value somewhere in the tree. */
    private static void exchange(JsonNode tree, Random random) {
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        JsonNode at = inner.get(random.nextInt(inner.size()));
        if (at instanceof ObjectNode object) {
            List<String> keys = List.copyOf(object.propertyNames());
            String key = keys.isEmpty() ? "modules" : keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(key);
                case 1 -> object.set(TEXTS.get(random.nextInt(TEXTS.size())), value(random, inner));
                case 2 -> object.set(key + "s", value(random, inner));
                default -> object.set(key, value(random, inner));
            }
        } else if (at instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(3) == 0) {
                array.add(value(random, inner));
            } else {
                array.set(random.nextInt(array.size()), value(random, inner));
            }
        }
    }

    private static JsonNode value(Random random, List<JsonNode> inner) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(300) - 10);
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> random.nextBoolean() ? NODES.arrayNode() : NODES.objectNode();
            case 4 -> inner.get(random.nextInt(inner.size())).deepCopy();
            case 5 -> NODES.arrayNode().add(TEXTS.get(random.nextInt(TEXTS.size())));
            default -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainer()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }
}
