package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a killed build left is cleared up by the next start of any goal, also one that fails; no jlink runs here. */
class LeftoversTest {
    @TempDir
    private Path dir;

    private Project project;

    @BeforeEach
    void aBuildWasKilledBetweenTheTwoRenames() throws IOException {
        project = new Project(dir);
        Path folder = project.image("full").getParent();
        Files.createDirectories(folder.resolve("image.old/bin"));
        Files.writeString(folder.resolve("image.old/bin/app"), "the former image");
        Files.createDirectories(folder.resolve("image.new-1/bin"));
        Files.writeString(folder.resolve("image.new-1.plan.json"), "{}");
        Files.writeString(folder.resolve("image.replacing"), "an image is being replaced\n");
    }

    @Test
    void aLinkThatFailsBringsTheFormerImageBack() {
        assertThatThrownBy(() -> LinkGoal.run(project.link("nope"), new Said())).isInstanceOf(GoalException.class);

        theFormerImageStands();
    }

    @Test
    void aLinkOfABrokenCatalogueBringsTheFormerImageBack() throws IOException {
        Files.writeString(project.catalog, "{");

        assertThatThrownBy(() -> LinkGoal.run(project.link("small"), new Said()))
                .isInstanceOf(GoalException.class);

        theFormerImageStands();
    }

    @Test
    void resolvingBringsTheFormerImageBack() throws Exception {
        ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());

        theFormerImageStands();
    }

    @Test
    void resolvingLeavesAloneWhatALivingBuildHasInHand() throws Exception {
        BuildLock building = BuildLock.in(project.output, new Said());
        try {
            ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());
        } finally {
            building.close();
        }

        assertThat(project.image("full")).doesNotExist();
        assertThat(project.image("full").resolveSibling("image.old")).exists();
    }

    private void theFormerImageStands() {
        assertThat(project.image("full").resolve("bin/app")).hasContent("the former image");
        try (Stream<Path> left = Files.list(project.image("full").getParent())) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("image");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
