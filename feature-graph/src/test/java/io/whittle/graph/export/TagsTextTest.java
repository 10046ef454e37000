package io.whittle.graph.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** tags.txt and tags.json. */
class TagsTextTest {
    @Test
    void platformsThatAgreeHaveOneLine() {
        assertThat(TagsText.write(Light.tags("linux/amd64", "linux/arm64")))
                .isEqualTo("no_debug,no_debugbus,no_green,no_soft_router,with_shell\n");
    }

    @Test
    void platformsThatDifferHaveALineEachInTheOrderTheyWereAskedFor() {
        assertThat(TagsText.write(Light.tags("macos/arm64", "linux/arm/v7")))
                .isEqualTo("macos/arm64: no_debug,no_debugbus,no_green,no_hard_router,no_raw_socket,with_shell\n"
                        + "linux/arm/v7: no_debug,no_debugbus,no_green,no_soft_router,with_shell\n");
    }

    @Test
    void theDocumentNamesTheFeatureBehindEachTag() throws IOException {
        String document = write("linux/amd64", "macos/arm64");

        assertThat(document.replaceAll("\\s+", " "))
                .contains("\"platformsAgree\" : false")
                .contains("{ \"tag\" : \"no_soft_router\", \"feature\" : \"soft-router\", \"in\" : false }")
                .contains("{ \"tag\" : \"with_shell\", \"feature\" : \"shell\", \"in\" : true }");
        assertThat(faults(document)).isEmpty();
        assertThat(faults(write("linux/amd64"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"schema\" : 1', '\"schema\" : 2'",
        "'\"strategy\" : \"closure\"', '\"strategy\" : \"naive\"'",
        "'\"feature\" : \"debug\"', '\"feature\" : \"no_debug\"'",
        "'\"tag\" : \"no_debug\"', '\"tag\" : \"no debug\"'",
        "'\"in\" : false', '\"in\" : 0'",
        "'\"platformsAgree\"', '\"agree\"'"
    })
    void theSchemaRefusesWhatIsNotADocument(String right, String wrong) throws IOException {
        String document = write("linux/amd64");

        assertThat(document).contains(right);
        assertThat(faults(document.replace(right, wrong))).isNotEmpty();
    }

    private static String write(String... platforms) {
        return TagsJson.write(Light.names(Light.catalog()), "closure", Light.tags(platforms));
    }

    private static List<?> faults(String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/tags.schema.json")), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }
}
