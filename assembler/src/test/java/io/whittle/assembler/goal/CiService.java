package io.whittle.assembler.goal;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A CI service as it publishes what its files may be. */
enum CiService {
    GITHUB("github-workflows.json"),
    GITLAB("gitlab-ci.json"),
    WOODPECKER("woodpecker-ci.json"),
    AZURE("azure-pipelines.json.gz");

    static final Path DOCS = Path.of("../docs/ci");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String schema;

    CiService(String schema) {
        this.schema = schema;
    }

    /** A file of docs/ci, which it takes. */
    JsonNode file(String name) throws IOException {
        return taken(Files.readString(DOCS.resolve(name)));
    }

    /** A text that the service takes, as the tree that it is. */
    JsonNode taken(String yaml) throws IOException {
        JsonNode tree = tree(yaml);
        assertThat(schema().validate(tree)).as(yaml).isEmpty();
        return tree;
    }

    /** Whether it would take a tree. */
    boolean takes(JsonNode tree) throws IOException {
        return schema().validate(tree).isEmpty();
    }

    /** YAML with the types that services guess; keys that stand twice are none. */
    static JsonNode tree(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return MAPPER.valueToTree(new Load(settings).loadFromString(yaml));
    }

    private Schema schema() throws IOException {
        try (InputStream file = CiService.class.getResourceAsStream("/ci-schemas/" + schema);
                InputStream text = schema.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What a list of maps says under a key. */
    static List<String> values(JsonNode list, String key) {
        return list.valueStream().map(entry -> entry.get(key).asString()).toList();
    }
}
