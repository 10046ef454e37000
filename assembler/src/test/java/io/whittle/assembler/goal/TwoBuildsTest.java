package io.whittle.assembler.goal;

import io.whittle.assembler.pack.UnpackBounds;
import io.whittle.assembler.pack.Unpacker;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two builds in one folder at once: one waits, and both leave it whole. */
@DisabledOnOs(OS.WINDOWS)
class TwoBuildsTest {
    private static final String WAITS = "another build links into";

    @TempDir
    private Path dir;

    /** The other one's tool has another name, so both make the image anew: each would replace what the other makes or packs. */
    @Test
    void aLinkInAnotherProcessWaitsForAPackAndTheOtherWayRound() throws Exception {
        Project project = new Project(dir);
        Path folder = project.image("small").getParent();
        Said said = new Said();
        BuildLock first = BuildLock.in(project.output, said);
        Process other = linkElsewhere(project);
        try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).startsWith(WAITS);
            assertThat(folder).doesNotExist();
            first.close();

            List<PackedArtifact> packed =
                    PackGoal.run(new PackRequest(project.link("small"), "app", "1.0", List.of("tar.gz")), said);

            List<String> rest = lines.lines().toList();
            assertThat(other.waitFor()).as("%s", rest).isZero();
            assertThat(rest).anyMatch(line -> line.contains("linked in"));
            assertThat(said.lines).anyMatch(line -> line.contains("linked in"));
            assertThat(packed).singleElement().satisfies(archive -> {
                Unpacker.unpack(archive.file(), dir.resolve("unpacked"), UnpackBounds.OF_JDKS);
                assertThat(runs(image(dir.resolve("unpacked")))).isEqualTo("1\n");
            });
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(names(folder))
                .contains("image", "plan.json", "resolution.json")
                .noneMatch(name ->
                        name.startsWith("image.new") || name.equals("image.old") || name.equals("image.unfinished"));
        assertThat(runs(project.image("small"))).isEqualTo("1\n");
    }

    private static Process linkElsewhere(Project project) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                TestJdk.home().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LinkOnce.class.getName(),
                project.catalog.toString(),
                project.output.toString(),
                TestJdk.home().toString(),
                Project.host(),
                "small"));
        project.path.forEach(entry -> command.add(entry.path().toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Path image(Path unpacked) throws Exception {
        try (Stream<Path> found = Files.find(unpacked, 3, (path, attributes) -> path.endsWith("bin/app"))) {
            return found.findFirst().orElseThrow().getParent().getParent();
        }
    }

    private static String runs(Path image) throws Exception {
        Process run = new ProcessBuilder(image.resolve("bin/app").toString())
                .redirectErrorStream(true)
                .start();
        return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
