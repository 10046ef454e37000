package io.whittle.graph.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The JSON Schema of docs/, asked about a catalogue the way an editor asks: with the types YAML's core schema guesses. */
final class CatalogSchema {
    static final Path FILE = Path.of("../docs/feature-tags.schema.json");

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode node = MAPPER.readTree(FILE.toFile());
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(node);

    JsonNode node() {
        return node;
    }

    /** What the schema has against a catalogue. */
    List<Error> faults(String yaml) {
        return schema.validate(instance(yaml));
    }

    /** A catalogue as JSON. */
    JsonNode instance(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .build();
        return MAPPER.valueToTree(withTextKeys(new Load(settings).loadFromString(yaml)));
    }

    // JSON has no keys but texts, and a feature may be called `no` or `true`.
    private static Object withTextKeys(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new TreeMap<>();
            map.forEach((key, each) -> texts.put(String.valueOf(key), withTextKeys(each)));
            return texts;
        }
        return value instanceof List<?> list
                ? list.stream().map(CatalogSchema::withTextKeys).collect(Collectors.toList())
                : value;
    }
}
