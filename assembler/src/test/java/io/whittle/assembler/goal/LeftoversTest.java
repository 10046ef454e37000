package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        Files.writeString(folder.resolve("image.unfinished"), "an image is being replaced\n");
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
    void imagesThatWereLinkedToBeTriedGo() throws Exception {
        Path trial = Files.createDirectories(project.output.resolve("bisect.trials/laboratory/image/bin"));
        Path row = Files.createDirectories(project.output.resolve("probe/row/image/bin"));
        Path said = Files.writeString(project.output.resolve("probe/probe.json"), "{}");

        ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());

        assertThat(trial).doesNotExist();
        assertThat(row).doesNotExist();
        assertThat(said).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void unfinishedContainerImagesGoAndWhereLinksLeadNothingDoes() throws Exception {
        Path theirs = Files.createDirectories(dir.resolve("theirs"));
        Path precious = Files.writeString(theirs.resolve("app.docker.tar.new-1"), "theirs");
        Path layout = Files.createDirectories(project.output.resolve("oci/small.new-4711/blobs"));
        Path link = Files.createSymbolicLink(project.output.resolve("oci/full.new-4711"), theirs);
        Path archive =
                Files.writeString(project.image("full").resolveSibling("app-1.0-full.docker.tar.new-4711"), "half");
        Files.createSymbolicLink(project.output.resolve("elsewhere"), dir);
        Path finished = Files.createDirectories(project.output.resolve("oci/small"));
        Path other = Files.writeString(project.image("full").resolveSibling("app.docker.tar.new-s"), "theirs");

        ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());

        assertThat(layout.getParent()).doesNotExist();
        assertThat(link).doesNotExist();
        assertThat(archive).doesNotExist();
        assertThat(List.of(precious, finished, other))
                .allSatisfy(path -> assertThat(path).exists());
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

    @Test
    void whatIsNotMarkedAsAnUnfinishedImageIsNobodysBusiness() throws Exception {
        Path theirs = Files.createDirectories(project.output.resolve("site/pages"));
        Files.createDirectories(theirs.resolve("image.old"));
        Files.createDirectories(theirs.resolve("image"));
        Files.writeString(theirs.resolve("image.newsletter.html"), "theirs");

        ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());

        assertThat(theirs.resolve("image.old")).exists();
        assertThat(theirs.resolve("image.newsletter.html")).exists();
    }

    @Test
    void lookingWhetherTheLockIsFreeDoesNotDropIt() throws Exception {
        try (BuildLock building = BuildLock.in(project.output, new Said())) {
            assertThat(BuildLock.ifFree(project.output)).isEmpty();
            assertThat(building).isNotNull();
            assertThat(anotherProcessGetsTheLock()).isFalse();
        }
        assertThat(anotherProcessGetsTheLock()).isTrue();
    }

    private boolean anotherProcessGetsTheLock() throws IOException, InterruptedException {
        Path source = Files.writeString(dir.resolve("Try.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;

                class Try {
                    public static void main(String[] args) throws Exception {
                        FileChannel file = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
                        System.exit(file.tryLock() == null ? 1 : 0);
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                                java,
                                source.toString(),
                                project.output.resolve("link.lock").toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
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
