package io.whittle.assembler.goal;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.OutpostModules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Outpost, of whose catalogue lines are gone that only its running tells of: its features know one another by services alone. */
@EnabledOnOs(OS.LINUX)
class OutpostBisectTest {
    /** What a router lost: dns was kept, and nobody had written that it needs netstack. */
    private static final Pattern EDGE = Pattern.compile("(?m)(^  dns:\n    summary: .*\n)    requires: \\[netstack]\n");

    @TempDir
    static Path compiled;

    private static List<PathEntry> outpost;

    @TempDir
    private Path dir;

    @BeforeAll
    static void compile() {
        outpost = OutpostModules.compile(compiled);
    }

    @Test
    void servicesThatNoLineOfTheCatalogueAsksForAreFound() throws Exception {
        String seeded = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"))
                .replace("requires: [localapi, ipnbus]", "requires: [localapi]")
                .replace("    checks: [up]\n", "")
                .replace(
                        "profiles:\n",
                        "profiles:\n  gap: {include: [cli, health], forbid: {modules: [java.desktop]}}\n");
        BisectProject project = new BisectProject(dir, seeded, outpost);
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

    @Test
    void netstackIsFoundFromTheCheckOfNamesOfARouterThatLacksIt() throws Exception {
        String intact = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"));
        Matcher edge = EDGE.matcher(intact);
        assertThat(edge.find()).isTrue();
        BisectProject project = new BisectProject(dir, edge.replaceFirst("$1"), outpost);
        Said said = new Said();

        JsonNode found = project.bisect("names", "minimal", true, said);

        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("netstack");
        assertThat(BisectProject.names(found.get("added"))).contains("netstack", "tun");
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
        assertThat(Files.readString(project.catalog))
                .contains("    requires: [netstack] # without it the check names fails\n");
        assertThat(project.bisect("names", "minimal", false, said).get("result").asString())
                .isEqualTo("image-passes");
    }
}
