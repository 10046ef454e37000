package io.whittle.assembler.audit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The document audit.sarif, held by the published schema and by what the standard says besides. */
class AuditSarifTest {
    private static final String URI = "gateway/feature-tags.yaml";

    private static final Path SCHEMA = Path.of("src/test/resources/audit/sarif/sarif-2.1.0-rtm.5.schema.json");

    @TempDir
    private Path dir;

    @Test
    void theWholeDocument() {
        Golden.hold("audit/audit.sarif", AuditSarif.write(Audits.rich(), URI));
    }

    @Test
    void theSchemaOfTheStandardHolds() throws IOException {
        assertThat(errors(AuditSarif.write(Audits.rich(), URI))).isEmpty();
        assertThat(errors(AuditSarif.write(Audits.clean(), URI))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\" : \"2.1.0\" | \"version\" : \"2.1\"",
                "\"level\" : \"note\" | \"level\" : \"info\"",
                "\"startLine\" : 5 | \"startLine\" : 0",
                "\"kind\" : \"external\" | \"kind\" : \"elsewhere\"",
                "\"columnKind\" : \"unicodeCodePoints\" | \"columnKind\" : \"characters\"",
                "\"helpUri\" : \"https://github.com | \"helpUri\" : \"not a uri at github.com",
                "\"ruleId\" | \"rule\"",
            })
    void theSchemaIsNoFormality(String found, String wrong) throws IOException {
        String document = AuditSarif.write(Audits.rich(), URI);
        assertThat(document).contains(found);

        assertThat(errors(document.replace(found, wrong))).isNotEmpty();
    }

    @Test
    void everyCodeIsARuleAndEveryResultPointsToItsOwn() {
        JsonNode run = run(Audits.rich());
        List<String> rules = run.at("/tool/driver/rules")
                .valueStream()
                .map(rule -> rule.get("id").stringValue())
                .toList();

        assertThat(rules)
                .containsExactlyElementsOf(
                        Arrays.stream(AuditCode.values()).map(AuditCode::word).toList());
        assertThat(run.get("results").valueStream())
                .hasSize(15)
                .allSatisfy(
                        result -> assertThat(rules.get(result.get("ruleIndex").intValue()))
                                .isEqualTo(result.get("ruleId").stringValue()));
    }

    @Test
    void onlyWhatIsAcceptedIsSuppressedAndEveryResultSaysWhether() {
        assertThat(run(Audits.rich()).get("results").valueStream())
                .extracting(result -> result.get("suppressions").size())
                .hasSize(15)
                .endsWith(1)
                .containsOnlyOnce(1)
                .containsOnly(0, 1);
    }

    @Test
    void aFingerprintKnowsNoLine() {
        AuditFinding finding = Audits.unusedRequirement();
        AuditFinding moved = new FindingMaker(finding.code(), finding.feature(), finding.target())
                .at(70, 7)
                .saying("said otherwise", "mended otherwise")
                .make();

        assertThat(fingerprints(moved))
                .isEqualTo(fingerprints(finding))
                .hasToString("{\"whittleFinding/v1\":\"unused-requirement/cli/metrics\"}");
    }

    @Test
    void bracesAndLinksInNamesAreNeitherArgumentsNorLinks() {
        assertThat(run(Audits.rich()).findValues("message"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.get("text")
                                .stringValue()
                                .replace("{{", "")
                                .replace("}}", ""))
                        .doesNotContain("{", "}", "]("))
                .anySatisfy(message -> assertThat(message.get("text").stringValue())
                        .contains("features.dns.requires: {{feature: netstack, when: linux}}"));
    }

    @Test
    void everyPlaceStandsBelowItsModule() {
        JsonNode run = run(Audits.rich());

        assertThat(run.at("/results/0/relatedLocations/0/logicalLocations/0").hasNonNull("parentIndex"))
                .isTrue();
        assertThat(run.get("results").valueStream())
                .flatMap(result -> result.get("relatedLocations").values())
                .hasSize(15)
                .allSatisfy(location -> assertThat(run.get("logicalLocations")
                                .get(location.at("/logicalLocations/0/parentIndex")
                                        .intValue())
                                .get("kind")
                                .stringValue())
                        .isEqualTo("module"));
    }

    @Test
    void aFileIsNamedByItsWayFromTheTopOfTheCheckout() throws Exception {
        Files.createDirectories(dir.resolve(".git"));
        Files.createDirectories(dir.resolve("der bau/.mvn"));

        assertThat(Sarif.uri(dir.resolve("der bau/unter#1/my tags: new.yaml")))
                .isEqualTo("der%20bau/unter%231/my%20tags%3A%20new.yaml");
        assertThat(Sarif.uri(dir.resolve("der bau/../feature-tags.yaml"))).isEqualTo("feature-tags.yaml");
    }

    @Test
    void aWorkTreeHasAFileOfThatName() throws Exception {
        Files.writeString(dir.resolve(".git"), "gitdir: elsewhere");

        assertThat(Sarif.uri(dir.resolve("a/feature-tags.yaml"))).isEqualTo("a/feature-tags.yaml");
    }

    @Test
    void outsideOfACheckoutItIsTheTopOfTheBuild() throws Exception {
        Files.createDirectories(dir.resolve("a/b/c"));
        Files.writeString(dir.resolve("a/pom.xml"), "");
        Files.writeString(dir.resolve("a/b/pom.xml"), "");
        assertThat(Sarif.uri(dir.resolve("a/b/feature-tags.yaml"))).isEqualTo("b/feature-tags.yaml");
        assertThat(Sarif.uri(dir.resolve("a/b/c/feature-tags.yaml"))).isEqualTo("b/c/feature-tags.yaml");
        assertThat(Sarif.uri(dir.resolve("d/feature-tags.yaml"))).isEqualTo("feature-tags.yaml");

        Files.createDirectories(dir.resolve(".mvn"));
        assertThat(Sarif.uri(dir.resolve("a/b/feature-tags.yaml"))).isEqualTo("a/b/feature-tags.yaml");
    }

    @Test
    void everyResultStandsInTheCatalogue() {
        assertThat(run(Audits.rich()).get("results").valueStream())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                                .stringValue())
                        .isEqualTo(URI));
    }

    private static JsonNode fingerprints(AuditFinding finding) {
        return run(Audits.of(List.of(finding))).at("/results/0/partialFingerprints");
    }

    private static JsonNode run(Audit audit) {
        return new JsonMapper().readTree(AuditSarif.write(audit, URI)).at("/runs/0");
    }

    private static List<Error> errors(String document) throws IOException {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_4, registry -> registry.schemaRegistryConfig(config))
                .getSchema(Files.readString(SCHEMA))
                .validate(document, InputFormat.JSON);
    }
}
