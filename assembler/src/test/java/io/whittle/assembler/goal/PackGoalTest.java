package io.whittle.assembler.goal;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Links and packs, and tells what cannot be packed. */
@DisabledOnOs(OS.WINDOWS)
class PackGoalTest {
    private static final String CLASSIFIER = "small-" + Platform.host().folder();
    private static final String NAME = "app-1.0-" + CLASSIFIER;

    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void packsWhatWasLinkedAndLeavesAnUnchangedArchiveAlone() throws Exception {
        Project project = new Project(dir);
        Path folder = project.image("small").getParent();
        Path archive = folder.resolve(NAME + ".tar.gz");

        Said first = new Said();
        assertThat(PackGoal.run(request(project), first))
                .containsExactly(new PackedArtifact(archive, "tar.gz", CLASSIFIER));
        assertThat(first.lines)
                .anyMatch(line -> line.contains("linked in"))
                .anyMatch(line -> line.endsWith(" on disk, packed in " + folder))
                .anyMatch(line -> line.startsWith("  " + NAME + ".tar.gz: ") && line.contains(" to transfer ("));
        byte[] bytes = Files.readAllBytes(archive);

        Said again = new Said();
        assertThat(PackGoal.run(request(project), again)).hasSize(1);
        assertThat(again.lines)
                .anyMatch(line -> line.startsWith("unchanged: small for ") && line.contains(" on disk, packed in "))
                .anyMatch(line -> line.contains(" to transfer ("));

        Files.writeString(archive, "damaged");
        Said mended = new Said();
        PackGoal.run(request(project), mended);
        assertThat(mended.lines).noneMatch(line -> line.startsWith("unchanged: small"));
        assertThat(archive).hasBinaryContent(bytes);

        assertThat(PackGoal.run(request(project, "zip"), new Said()))
                .containsExactly(new PackedArtifact(folder.resolve(NAME + ".zip"), "zip", CLASSIFIER));
        assertThat(folder.resolve("pack.json"))
                .content()
                .contains(NAME + ".zip")
                .doesNotContain("tar.gz");
    }

    @Test
    void aFormatThatIsNoneIsToldBeforeAnythingIsLinked() throws IOException {
        Project project = new Project(dir);

        GoalException refused = catchThrowableOfType(
                GoalException.class, () -> PackGoal.run(request(project, "tar.gs", "rar"), new Said()));

        assertThat(refused.faults())
                .containsExactly(
                        "whittle.formats names 'tar.gs', and there is no such format.\n  Is tar.gz meant?",
                        "whittle.formats names 'rar', and there is no such format.\n"
                                + "  There are tar.gz, tar.zst, zip.");
        assertThat(project.image("small")).doesNotExist();
    }

    private static PackRequest request(Project project, String... formats) {
        return new PackRequest(project.link("small"), "app", "1.0", List.of(formats));
    }
}
