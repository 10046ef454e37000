package io.whittle.assembler.audit;

import io.whittle.assembler.testing.OutpostModules;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Outpost's catalogue, held against Outpost's code. */
class OutpostAuditTest {
    @TempDir
    static Path folder;

    private static AuditCase outpost;
    private static String catalog;

    @BeforeAll
    static void compile() throws Exception {
        outpost = new AuditCase(OutpostModules.compile(folder));
        catalog = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"))
                .replace("schema: 1\n", "");
    }

    /** But for what whittle.lock accepts, which is written out here, so that nothing is accepted by itself. */
    @Test
    void theIntactCatalogueIsClean() throws Exception {
        Audit audit = audit(catalog);

        assertThat(audit.skipped()).isEmpty();
        assertThat(audit.findings())
                .extracting(finding ->
                        finding.code().word() + " " + finding.feature().orElseThrow() + " " + finding.target())
                .containsExactlyInAnyOrder(
                        "unused-requirement cli ipnbus",
                        "unused-requirement cli localapi",
                        "unused-requirement iptables osrouter",
                        "unused-requirement unixsocketidentity localapi");
    }

    /** Outpost's features know only core and ask for services of it; edges that show in no class file are told as such. */
    @Test
    void anEdgeThatIsTakenOutIsFoundExactlyWhereCodeShowsIt() throws Exception {
        List<String> unseen = audit(catalog).findings().stream()
                .map(finding -> finding.feature().orElseThrow() + " > " + finding.target())
                .toList();
        FeatureCatalog read = CatalogReader.read(Path.of("feature-tags.yaml"), "schema: 1\n" + catalog)
                .catalog();
        int edges = 0;
        for (Feature feature : read.features().values()) {
            for (Edge edge : feature.body().requires()) {
                String name = feature.name().text();
                String required = edge.target().text();
                // A service bites where its provider is left out: in an image of the feature alone.
                Audit audit = audit(without(name, required)
                        .replace(
                                "\nprofiles:\n",
                                "\nprofiles:\n  alone: {include: [" + name + "], platforms: [linux/amd64]}\n"));
                assertThat(audit.findings())
                        .filteredOn(finding ->
                                finding.feature().filter(name::equals).isPresent()
                                        && (finding.target().equals(required)
                                                || finding.code() == AuditCode.SERVICE_WITHOUT_PROVIDER))
                        .as("%s > %s", name, required)
                        .hasSize(unseen.contains(name + " > " + required) ? 0 : 1);
                edges++;
            }
        }
        assertThat(edges).isGreaterThan(3);
    }

    @Test
    void theEdgeThatTookNamesFromARouterIsNamedWithItsService() throws Exception {
        assertThat(audit(without("dns", "netstack")).findings())
                .filteredOn(finding -> finding.code() == AuditCode.SERVICE_WITHOUT_PROVIDER)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text())
                            .isEqualTo("dns needs a provider of outpost.core.service.ServiceAddressTransport,"
                                    + " which only netstack provides, but all of them are left out");
                    assertThat(finding.bites()).anyMatch(bite -> bite.profile().equals("minimal"));
                });
    }

    private static Audit audit(String text) throws Exception {
        return outpost.audit(text, "linux/amd64", "freebsd/amd64");
    }

    private static String without(String feature, String required) {
        String text = Pattern.compile(
                        "(?m)(^  " + feature + ":\n(?:    .*\n)*?    requires: \\[.*?)\\b" + required + "\\b,?")
                .matcher(catalog)
                .replaceFirst("$1");
        assertThat(text).isNotEqualTo(catalog);
        return text;
    }
}
