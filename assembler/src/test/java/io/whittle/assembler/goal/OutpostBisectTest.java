package io.whittle.assembler.goal;

import io.whittle.assembler.testing.OutpostModules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Outpost, of whose catalogue lines are gone that only its running tells of: its features know one another by services alone. */
@EnabledOnOs(OS.LINUX)
class OutpostBisectTest {
    @TempDir
    private Path dir;

    @Test
    void servicesThatNoLineOfTheCatalogueAsksForAreFound() throws Exception {
        String seeded = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"))
                .replace("requires: [localapi, ipnbus]", "requires: [localapi]")
                .replace("    checks: [up]\n", "")
                .replace(
                        "profiles:\n",
                        "profiles:\n  gap: {include: [cli, health], forbid: {modules: [java.desktop]}}\n");
        BisectProject project = new BisectProject(dir, seeded, OutpostModules.compile(dir.resolve("outpost")));
        Said said = new Said();

        JsonNode found = project.bisect("up", "gap", true, said);

        assertThat(BisectProject.names(found.get("culprits")))
                .containsExactlyInAnyOrder("ipnbus", "unixsocketidentity");
        assertThat(BisectProject.names(found.get("added"))).contains("jdk.net");
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
        assertThat(Files.readString(project.catalog))
                .containsPattern("requires: \\[localapi, (ipnbus, unixsocketidentity|unixsocketidentity, ipnbus)]");
        assertThat(project.bisect("up", "gap", false, said).get("result").asString())
                .isEqualTo("image-passes");
    }
}
