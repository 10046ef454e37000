package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.OutpostModules;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Outpost's images, linked from its catalogue with gaps in it. */
@EnabledOnOs(OS.LINUX)
class OutpostProbeTest {
    @TempDir
    private Path dir;

    @Test
    void gapsThatNoClassFileShowsAreNamed() throws Exception {
        String gaps = few()
                // The command line asks over a socket, and who asks is told by a service.
                .replace("requires: [localapi, ipnbus]", "requires: [ipnbus]")
                .replace("    requires: [localapi]\n    modules: [outpost.ipnbus]", "    modules: [outpost.ipnbus]")
                .replace(
                        "    modules: [outpost.unixsocketidentity]\n    checks: [up]\n",
                        "    modules: [outpost.unixsocketidentity]\n");
        Path file = Files.writeString(dir.resolve("feature-tags.yaml"), gaps);
        LinkRequest link = new LinkRequest(
                "test:outpost",
                file,
                List.of(),
                List.of(),
                outpost(),
                JarEdges.UNKNOWN,
                JdkAt.folder(TestJdk.home()),
                dir.resolve("target/whittle"),
                false,
                Project.lockUse(),
                "test:whittle:1",
                List.of());
        Said said = new Said();

        GoalException failed = catchThrowableOfType(
                GoalException.class,
                () -> ProbeGoal.run(
                        new ProbeRequest(link, "full", List.of(), 2, OptionalInt.empty(), OptionalInt.empty()), said));

        assertThat(failed.faults()).singleElement().asString().contains("does not declare");
        JsonNode findings = new JsonMapper()
                .readTree(Files.readString(dir.resolve("target/whittle/probe/probe.json")))
                .at("/findings");
        assertThat(findings.valueStream()
                        .map(finding -> finding.at("/check").stringValue() + " needs "
                                + finding.at("/suspects")
                                        .valueStream()
                                        .map(suspect -> suspect.at("/anyOf").toString())
                                        .toList()))
                .containsExactlyInAnyOrder(
                        "health needs [[\"localapi\"]]",
                        "up needs [[\"unixsocketidentity\"]]",
                        "version needs [[\"localapi\"]]");
    }
    /** Its catalogue with those features and checks alone that its command line needs: each row takes seconds. */
    private static String few() throws IOException {
        String whole = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"));
        return keep(
                        keep(whole, "features", "cli|localapi|unixsocketidentity|ipnbus|health"),
                        "checks",
                        "version|declared|status|up|health")
                .replaceAll("(?m)^  (minimal|desktop):\n(?:    .*\n)+", "")
                .replace("  compress: zip-6\n", "");
    }

    private static String keep(String catalog, String section, String names) {
        Matcher found =
                Pattern.compile("(?m)^" + section + ":\n((?:  .*\n|\n)+)").matcher(catalog);
        assertThat(found.find()).isTrue();
        String kept = found.group(1).replaceAll("(?m)^  (?!(?:" + names + "):)[a-z0-9-]+:\n(?:    .*\n)+", "");
        return catalog.substring(0, found.start(1)) + kept + catalog.substring(found.end(1));
    }

    /** With the resource that its build makes. */
    private List<PathEntry> outpost() throws IOException {
        List<PathEntry> modules = OutpostModules.compile(dir.resolve("classes"));
        Files.writeString(dir.resolve("classes/outpost.core/outpost/core/version.properties"), "version=1.0\n");
        return modules;
    }
}
