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
                JdkRequest.at(TestJdk.home()),
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
    /** Its catalogue with those features alone that its checks look at: each row takes seconds. */
    private static String few() throws IOException {
        return Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"))
                .replaceAll("(?m)^  (logtail|portlist|osrouter|metrics|desktop):\n(?:    .*\n)+", "")
                .replaceAll("(?m)^  minimal:\n(?:    .*\n)+", "")
                .replace("  compress: zip-6\n", "");
    }

    /** With the resource that its build makes. */
    private List<PathEntry> outpost() throws IOException {
        List<PathEntry> modules = OutpostModules.compile(dir.resolve("classes"));
        Files.writeString(dir.resolve("classes/outpost.core/outpost/core/version.properties"), "version=1.0\n");
        return modules;
    }
}
