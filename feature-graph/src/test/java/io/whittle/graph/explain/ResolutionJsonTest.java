package io.whittle.graph.explain;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ResolutionJsonTest {
    @Test
    void aResolutionIsWrittenAsItAlwaysWas() throws Exception {
        Golden.hold("explain/full-linux.json", ResolutionJson.write(Outpost.resolve("full", "linux/amd64")));
    }

    @Test
    void anAllowlistIsWrittenWithItsGaps() throws Exception {
        Golden.hold(
                "explain/minimal-linux.allowlist.json",
                ResolutionJson.write(Outpost.allowlist("minimal", "linux/amd64")));
    }

    @ParameterizedTest
    @CsvSource({
        "minimal, linux/amd64",
        "field, linux/amd64",
        "full, linux/amd64",
        "full, windows/amd64",
        "full, macos/arm64",
        "full, linux/arm/v7/musl"
    })
    void everythingWrittenAgreesWithThePublishedSchema(String profile, String platform) throws Exception {
        assertThat(faults(ResolutionJson.write(Outpost.resolve(profile, platform))))
                .isEmpty();
        assertThat(faults(ResolutionJson.write(Outpost.allowlist(profile, platform))))
                .isEmpty();
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("\"schema\" : 1", "\"schema\" : 2"),
                Arguments.of("\"strategy\" : \"closure\"", "\"strategy\" : \"allowlist\""),
                Arguments.of("\"kind\" : \"base\"", "\"kind\" : \"excluded\""),
                Arguments.of("\"kind\" : \"variant\"", "\"kind\" : \"feature\""),
                Arguments.of("\"in\" : false", "\"in\" : true"),
                Arguments.of("\"line\" : 5", "\"line\" : 0"),
                Arguments.of("\"file\" : \"", "\"file\" : \"src/"),
                Arguments.of("\"warnings\"", "\"advice\""));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void theSchemaRefusesWhatIsNotADocument(String right, String wrong) throws Exception {
        String document = ResolutionJson.write(Outpost.resolve("full", "linux/amd64"));

        assertThat(document).contains(right);
        assertThat(faults(document.replaceFirst(right, wrong))).isNotEmpty();
    }

    @Test
    void noPathOfThisMachineIsInIt() throws Exception {
        assertThat(ResolutionJson.write(Outpost.resolve("full", "linux/amd64")))
                .contains("\"file\" : \"feature-tags.yaml\"")
                .doesNotContain("src/test", "\r");
    }

    private static List<Error> faults(String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/resolution.schema.json")), InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON);
    }
}
