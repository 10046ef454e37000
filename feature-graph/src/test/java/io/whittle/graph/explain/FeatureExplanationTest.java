package io.whittle.graph.explain;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Why a feature is in or out over all profiles, and what would change that, as it is told. */
class FeatureExplanationTest {
    private final FeatureCatalog catalog = read();

    @ParameterizedTest
    @ValueSource(strings = {"netstack", "osrouter", "gro", "tap", "core", "bsdtool", "exit", "dns"})
    void theWholeText(String feature) throws Exception {
        Golden.hold(
                "explain/features/" + feature + ".txt",
                FeatureExplanationText.render(explain(feature), TreeStyle.LINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"netstack", "tap", "bsdtool"})
    void theWholeDocument(String feature) throws Exception {
        Golden.hold("explain/features/" + feature + ".json", ExplanationJson.write(explain(feature)));
    }

    @Test
    void everyDocumentAgreesWithThePublishedSchema() throws Exception {
        for (String feature : catalog.features().keySet()) {
            assertThat(faults(ExplanationJson.write(explain(feature))))
                    .as(feature)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"kind\" : \"feature\" | \"kind\" : \"profile\"",
                "\"possible\" : true | \"possible\" : false",
                "\"kind\" : \"leave-out\" | \"kind\" : \"drop\"",
                "linux/arm64 | linux",
                "\"requires\" : \"netstack\" | \"wants\" : \"netstack\"",
                "\"refusals\" | \"failures\"",
                "\"standings\" | \"answers\""
            })
    void theSchemaRefusesWhatIsNotADocument(String right, String wrong) throws Exception {
        String document = ExplanationJson.write(explain("netstack"));

        assertThat(document).contains(right);
        assertThat(faults(document.replaceFirst(right, wrong))).isNotEmpty();
    }

    @Test
    void aConsoleThatSpellsNothingElseGetsAscii() {
        assertThat(FeatureExplanationText.render(explain("netstack"), TreeStyle.ASCII))
                .contains("`- netstack")
                .doesNotContain("\u251c");
    }

    @Test
    void aFeatureThatIsNoneIsRefused() {
        assertThatThrownBy(() -> explain("nosuch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the catalogue has no feature nosuch");
    }

    private FeatureExplanation explain(String feature) {
        List<Request> requests = new ArrayList<>();
        for (String profile : catalog.profiles().keySet()) {
            EffectiveProfile.of(catalog, profile).platforms().orElseThrow().value().stream()
                    .map(PlatformMention::platform)
                    .forEach(platform -> requests.add(new Request(profile, platform)));
        }
        return FeatureExplanation.of(catalog, feature, requests);
    }

    private static List<Error> faults(String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/explanation.schema.json")), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }

    private static FeatureCatalog read() {
        Path file = Path.of("src/test/resources/explain/features/feature-tags.yaml");
        try {
            return CatalogReader.read(Path.of("feature-tags.yaml"), Files.readString(file))
                    .catalog();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
