package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Links in an output folder are not followed: where they lead, nothing is written, replaced or deleted. No jlink runs here. */
@DisabledOnOs(OS.WINDOWS)
class OutputLinksTest {
    @TempDir
    private Path dir;

    private Project project;
    private Path outside;
    private TreeMap<String, String> before;

    /** It looks as a folder of Whittle's with an unfinished image does, so that whoever follows a link there clears it up. */
    @BeforeEach
    void aFolderOutside() throws IOException {
        project = new Project(dir);
        outside = dir.resolve("outside");
        for (String folder : List.of("", Path.of(Project.host()).toString().replace('/', '-'), "row", "checks")) {
            Path place = Files.createDirectories(outside.resolve(folder));
            Files.createDirectories(place.resolve("image.old"));
            Files.createDirectories(place.resolve("image.new-1"));
            Files.writeString(place.resolve("image.old/file"), "mine");
            Files.writeString(place.resolve("image.new-1/file"), "mine");
            Files.writeString(place.resolve("image.unfinished"), "mine");
            Files.writeString(place.resolve("plan.json"), "mine");
        }
        before = files();
    }

    @Test
    void aProfileThatIsALinkIsRefused() throws IOException {
        Path link = link(project.image("small").getParent().getParent());

        assertThat(faultsOfLinking()).contains(link + " is a link", "-", "Delete the link");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aPlatformThatIsALinkIsRefused() throws IOException {
        Path link = link(project.image("small").getParent());

        assertThat(faultsOfLinking()).contains(link + " is a link", "whittle.outputDirectory");
        assertThat(files()).isEqualTo(before);
    }

    /** What is kept of jars and their code, and logs of checks that train, are written by all that link. */
    @ParameterizedTest
    @ValueSource(strings = {"modules", "evidence", "train"})
    void aFolderOfWhatIsKeptThatIsALinkIsRefused(String name) throws IOException {
        Path beside = name.equals("train") ? project.image("small").getParent() : project.output;
        Path link = link(beside.resolve(name));

        assertThat(faultsOfLinking()).contains(link + " is a link", "Delete the link");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatResolvingWritesFollowsNoLinkEither() throws IOException {
        link(project.image("small").getParent());

        assertThatThrownBy(() -> ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said()))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("is a link");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatAKilledBuildLeftIsNotLookedForBehindLinks() throws Exception {
        link(project.output.resolve("full"));
        link(project.output.resolve(Leftovers.PROBE));
        Path trials = link(project.output.resolve(Leftovers.TRIALS));

        new Leftovers(project.output, new Said()).clear();

        assertThat(files()).isEqualTo(before);
        assertThat(trials).doesNotExist();
    }

    @Test
    void theLockOfAFolderIsNoFileElsewhere() throws IOException {
        Files.createDirectories(project.output);
        Files.createSymbolicLink(project.output.resolve("link.lock"), outside.resolve("made"));

        assertThatThrownBy(() -> LinkGoal.run(project.link("small"), new Said()))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anOutputFolderThatIsALinkItselfIsWhereItLeads() throws Exception {
        Path disk = Files.createDirectory(dir.resolve("disk"));
        Files.createDirectories(project.output.getParent());
        Files.createSymbolicLink(project.output, disk);

        ResolveGoal.run(project.resolve(List.of(Project.host()), "small"), new Said());

        assertThat(disk.resolve("small")
                        .resolve(project.image("small").getParent().getFileName()))
                .isDirectoryContaining("glob:**resolution.json");
    }

    private Path link(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        return Files.createSymbolicLink(place, outside);
    }

    private String faultsOfLinking() {
        GoalException refused =
                catchThrowableOfType(GoalException.class, () -> LinkGoal.run(project.link("small"), new Said()));
        assertThat(refused).as("must be refused").isNotNull();
        return String.join("\n", refused.faults());
    }

    private TreeMap<String, String> files() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(outside)) {
            for (Path file : all.toList()) {
                files.put(file.toString(), Files.isDirectory(file) ? "a folder" : Files.readString(file));
            }
        }
        return files;
    }
}
