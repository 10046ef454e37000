package io.whittle.graph.analysis;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.ValidationJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/validate.md has every code, and its examples give what they stand for. */
class ValidateDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/validate.md");

    @Test
    void everyCodeHasASection() throws IOException {
        List<String> sections = Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::word).toList());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void itsExampleGivesThatFinding(Code code) throws Exception {
        String section = Files.readString(DOCUMENT)
                .split("\n## " + code.word() + "\n")[1]
                .split("\n## ")[0];
        CatalogAnalysis analysis = analysis(section.split("```yaml\n")[1].split("```")[0]);

        assertThat(analysis.findings())
                .filteredOn(finding -> finding.code() == code)
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(code.severity());
                    assertThat(section)
                            .containsIgnoringCase("\n" + code.severity().word() + ". ");
                    assertThat(finding.notice(analysis.catalog().source()).text())
                            .contains("[" + code.word() + "]");
                });
        assertThat(schema().validate(ValidationJson.write(analysis), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotADocument() throws Exception {
        String document = ValidationJson.write(analysis("schema: 1\nchecks: {dns: {run: [dig]}}\n"));

        for (String spoiled : List.of(
                document.replace("\"unused-check\"", "\"unused-cheque\""),
                document.replace("\"schema\" : 1", "\"schema\" : 2"),
                document.replace("\"line\" : 2", "\"line\" : 0"),
                document.replace("\"kind\" : \"check\"", "\"kind\" : \"cheque\""))) {
            assertThat(spoiled).isNotEqualTo(document);
            assertThat(schema().validate(spoiled, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void outpostsOwnCatalogueIsWithoutWarnings() throws Exception {
        CatalogReading reading = CatalogReader.read(Path.of("../feature-tags.yaml"));
        CatalogAnalysis analysis = CatalogAnalysis.of(
                        reading.catalog(), CatalogAnalysis.namedPlatforms(reading.catalog()))
                .with(reading);

        assertThat(analysis.platforms()).hasToString("[linux/amd64, linux/arm64, linux/arm/v7]");
        assertThat(analysis.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    void aFindingOnSomePlatformsSaysOnWhich() throws Exception {
        CatalogAnalysis analysis = analysis("""
                schema: 1
                features:
                  one: {requires: [{feature: two, when: linux}], conflicts: [two]}
                  two: {}
                profiles:
                  p: {include: [two], platforms: [linux/amd64, linux/arm64, windows/amd64]}
                """);

        assertThat(analysis.findings())
                .filteredOn(finding -> finding.code() == Code.DEAD_FEATURE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.platforms()).hasToString("[linux/amd64, linux/arm64]");
                    assertThat(finding.notice(analysis.catalog().source()).text())
                            .startsWith("one can never be in (on linux/amd64, linux/arm64): [dead-feature]\n")
                            .contains(
                                    "one requires two (feature-tags.yaml:3:30)",
                                    "one conflicts with two",
                                    "one cannot be in\n")
                            .doesNotContain("with one in");
                });
    }

    private static CatalogAnalysis analysis(String text) throws Exception {
        CatalogReading reading = CatalogReader.read(Path.of("feature-tags.yaml"), text);
        List<Platform> named = CatalogAnalysis.namedPlatforms(reading.catalog());
        return CatalogAnalysis.of(reading.catalog(), named.isEmpty() ? List.of(Platform.parse("linux/amd64")) : named)
                .with(reading);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/validation.schema.json")), InputFormat.JSON);
    }
}
