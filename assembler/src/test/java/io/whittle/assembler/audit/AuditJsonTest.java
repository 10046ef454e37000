package io.whittle.assembler.audit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.edit.Addition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The document audit.json and its schema. */
class AuditJsonTest {
    private static final Path SCHEMA = Path.of("..", "docs", "audit.schema.json");

    @Test
    void theWholeDocument() {
        Golden.hold("audit/audit.json", AuditJson.write(Audits.rich()));
    }

    @Test
    void theSchemaHolds() throws IOException {
        assertThat(errors(AuditJson.write(Audits.rich()))).isEmpty();
        assertThat(errors(AuditJson.write(Audits.clean()))).isEmpty();
    }

    @Test
    void theSchemaKnowsTheSameWords() throws IOException {
        JsonNode schema = new JsonMapper().readTree(Files.readString(SCHEMA));

        assertThat(words(schema, "/$defs/code/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(AuditCode.values()).map(AuditCode::word).toList());
        assertThat(words(schema, "/$defs/finding/properties/severity/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Severity.values()).map(Severity::word).toList());
        assertThat(words(schema, "/$defs/finding/properties/grade/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Grade.values()).map(Grade::word).toList());
        assertThat(words(schema, "/$defs/edit/properties/list/enum"))
                .containsExactlyElementsOf(Arrays.stream(Addition.Key.values())
                        .map(Addition.Key::word)
                        .toList());
        assertThat(words(schema, "/properties/blindSpots/items/properties/name/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(BlindSpot.values()).map(BlindSpot::word).toList());
        assertThat(schema.at("/$defs/finding/properties/places/maxItems").intValue())
                .isEqualTo(AuditFinding.MOST_PLACES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"file\" : \"feature-tags.yaml\" | \"file\" : \"/home/me/feature-tags.yaml\"",
                "\"undeclared-requirement\" | \"undeclared-requirements\"",
                "\"severity\" : \"error\" | \"severity\" : \"note\"",
                "\"grade\" : \"bytecode\" | \"grade\" : \"hearsay\"",
                "\"line\" : 41 | \"line\" : 0",
                "\"class\" : \"com.acme.dns.Wire\" | \"type\" : \"com.acme.dns.Wire\"",
                "\"more\" : 4 | \"more\" : -4",
                "\"linux/arm/v7\" | \"linux\"",
                "\"list\" : \"requires\" | \"list\" : \"wants\"",
                "\"mend\" | \"remedy\"",
                "\"skipped\" | \"omitted\"",
                "\"native-code\" | \"nothing\"",
            })
    void theSchemaIsNoFormality(String found, String wrong) throws IOException {
        String document = AuditJson.write(Audits.rich());
        assertThat(document).contains(found);

        assertThat(errors(document.replace(found, wrong))).isNotEmpty();
    }

    @Test
    void theCatalogueIsNamedByItsFileAlone() {
        assertThat(AuditJson.write(Audits.rich())).doesNotContain(Audits.FOLDER + "/", Audits.FOLDER + "\\");
    }

    private static Stream<String> words(JsonNode schema, String pointer) {
        return schema.at(pointer).valueStream().map(JsonNode::stringValue);
    }

    private static List<Error> errors(String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        return schema.validate(document, InputFormat.JSON);
    }
}
