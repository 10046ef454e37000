package io.whittle.assembler.report;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What was held once, against what the catalogue limits now. */
class BudgetsTest {
    private static final ImageDocuments DOCUMENTS = new ImageDocuments(
            Path.of("small"),
            "small",
            Map.of(
                    "plan.json",
                    JsonMapper.shared().readTree("{\"profile\": \"small\", \"platform\": \"linux/amd64\"}"),
                    "budgets.json",
                    JsonMapper.shared().readTree("""
                            {"budgets": [
                              {"budget": "image", "unit": "B", "limit": 40000000, "measured": 36000000, "state": "kept", "says": "kept",
                               "contributors": []},
                              {"budget": "archive", "unit": "B", "limit": 9, "measured": 12, "state": "exceeded", "says": "is over",
                               "contributors": [{"feature": "log", "givesBack": 3, "with": []}]}]}
                            """)),
            Map.of(),
            List.of(),
            Optional.empty());

    @TempDir
    private Path dir;

    private FeatureCatalog catalog;

    @BeforeEach
    void catalogue() throws Exception {
        catalog = CatalogReader.read(Files.writeString(dir.resolve("feature-tags.yaml"), """
                        schema: 1
                        profiles:
                          small: {extends: wide, include: [], budgets: {archive: 1 kB}}
                          wide: {include: [], budgets: {image: 30 MB, start: 700 ms}}
                          free: {include: []}
                        """))
                .catalog();
    }

    @Test
    void whatWasMeasuredIsHeldAgainstThePresentLimitAndWhatWasNotIsTold() {
        List<JsonNode> budgets = Budgets.of(DOCUMENTS, catalog, List.of("small"));

        assertThat(budgets.stream().map(JsonNode::toString))
                .containsExactly(
                        "{\"budget\":\"image\",\"unit\":\"B\",\"limit\":30000000,\"measured\":36000000,\"state\":\"exceeded\","
                                + "\"says\":\"image 34.3 MiB of 30 MB\",\"contributors\":[]}",
                        "{\"budget\":\"archive\",\"unit\":\"B\",\"limit\":1000,\"measured\":12,\"state\":\"kept\","
                                + "\"says\":\"archive 12 B of 1 kB\",\"contributors\":[]}",
                        "{\"budget\":\"start\",\"unit\":\"ms\",\"limit\":700,\"state\":\"not held\","
                                + "\"says\":\"start of 700 ms was not held: whittle:check holds it\",\"contributors\":[]}");
        assertThat(Budgets.exceeded(DOCUMENTS, budgets))
                .singleElement()
                .asString()
                .startsWith("small for linux/amd64 is over its budget 'image': ");
    }

    @Test
    void whatIsLimitedNoLongerIsGone() {
        assertThat(Budgets.of(DOCUMENTS, catalog, List.of("free"))).isEmpty();
    }

    @Test
    void ofRowsThatAreNoProfilesOnlyTheirOwnBuildKnows() {
        assertThat(Budgets.of(DOCUMENTS, catalog, List.of("with-dns"))).hasSize(2);
    }
}
