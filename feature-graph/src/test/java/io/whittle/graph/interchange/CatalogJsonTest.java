package io.whittle.graph.interchange;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue as a document, against its schema. */
class CatalogJsonTest {
    private static final String EVERY_KEY = "src/test/resources/catalogs/good/every-key.yaml";

    @Test
    void everyKeyIsWritten() throws Exception {
        Golden.hold("interchange/every-key.json", write(EVERY_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVERY_KEY,
                "src/test/resources/catalogs/good/smallest.yaml",
                "src/test/resources/interchange/node.yaml",
                "src/test/resources/explain/feature-tags.yaml",
                "../feature-tags.yaml"
            })
    void everythingWrittenAgreesWithThePublishedSchema(String file) throws Exception {
        assertThat(faults(write(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"exclusive\" : true | \"exclusive\" : 1",
                "\"unit\" : \"B\" | \"unit\" : \"MB\"",
                "\"line\" : 6, | \"line\" : 0,",
                "\"file\" : \" | \"file\" : \"src/",
                "\"profiles\" | \"pofiles\""
            })
    void theSchemaRefusesWhatIsNotADocument(String right, String wrong) throws Exception {
        String document = write(EVERY_KEY);

        assertThat(document).contains(right);
        assertThat(faults(document.replaceFirst(right, wrong))).isNotEmpty();
    }

    private static String write(String file) throws Exception {
        return CatalogJson.write(CatalogReader.read(Path.of(file)).catalog());
    }

    private static List<Error> faults(String document) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/catalog.schema.json")), InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON);
    }
}
