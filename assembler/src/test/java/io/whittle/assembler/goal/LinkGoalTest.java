package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Links for real, and finds that there is nothing to link. */
@DisabledOnOs(OS.WINDOWS)
class LinkGoalTest {
    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void linksWhatIsAskedAndOnlyWhatHasChanged() throws Exception {
        Project project = new Project(dir);

        // Two profiles at once, each with its documents.
        assertThat(run(project.link("all")))
                .anyMatch(line -> line.startsWith("small for " + Project.host() + ": ") && line.contains("linked in"))
                .anyMatch(line -> line.startsWith("full for " + Project.host() + ": "))
                .anyMatch(line -> line.contains("(1 of 2)"));
        for (String profile : List.of("small", "full")) {
            assertThat(project.image(profile).resolve("bin/app")).isExecutable();
            assertThat(project.image(profile).resolveSibling("plan.json")).exists();
            assertThat(project.image(profile).resolveSibling("resolution.json")).exists();
        }

        // Nothing has changed.
        FileTime made = made(project);
        assertThat(run(project.link("all")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("unchanged: "))
                .anyMatch(line -> line.contains("small for "));

        // The catalogue says the same in other words: it must be read, but nothing is linked.
        Files.writeString(project.catalog, Project.CATALOG + "# a remark\n");
        assertThat(run(project.link("all")))
                .filteredOn(line -> line.contains("not linked again"))
                .hasSize(2);
        assertThat(made(project)).isEqualTo(made);

        // The record is damaged: the work is done again, as far as it must.
        Files.writeString(project.output.resolve("link.record"), "nonsense");
        assertThat(run(project.link("all")))
                .filteredOn(line -> line.contains("not linked again"))
                .hasSize(2);

        // A jar is another: the images that hold it are linked anew.
        TestModule.module("acme.words").pkg("acme.words").pkg("acme.words.more").jar(dir);
        assertThat(run(project.link("all")))
                .anyMatch(line -> line.startsWith("small for ") && line.contains("not linked again"))
                .anyMatch(line -> line.startsWith("full for ") && line.contains("linked in"));

        // An image and its own record are damaged: it is linked anew.
        Files.delete(project.image("small").resolve("bin/app"));
        Files.writeString(project.image("small").resolveSibling("image.record"), "nonsense");
        assertThat(run(project.link("small"))).anyMatch(line -> line.contains("linked in"));
        assertThat(project.image("small").resolve("bin/app")).exists();

        // The tool is another of the same version: what it writes may be other, too.
        Files.writeString(project.tool, "version 1, mended");
        LinkRequest intoNoStore = LinkRequests.done(
                project.link("small"),
                new Linking(1, Optional.of(new Linking.Store(project.tool.resolve("store"), Long.MAX_VALUE))));
        Said unkept = new Said();
        LinkGoal.run(intoNoStore, unkept);
        assertThat(unkept.lines).anyMatch(line -> line.contains("linked in"));
        assertThat(unkept.warnings).anyMatch(warning -> warning.contains("is not kept in the store"));

        // What was wrong with the store then says nothing of a build that does nothing.
        Said unchanged = new Said();
        LinkGoal.run(intoNoStore, unchanged);
        assertThat(unchanged.lines).allMatch(line -> line.startsWith("unchanged: "));
        assertThat(unchanged.warnings).isEmpty();

        // Nothing lies about, and what was not asked for this time stands.
        try (Stream<Path> left = Files.list(project.output)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("small", "full", "link.record", "link.lock", "link.project");
        }
        assertThat(project.image("full").resolve("bin/app")).exists();
    }

    @Test
    void aCatalogueThatIsChangedWhileJlinkRunsIsLinkedInTheNextRun() throws Exception {
        Project project = new Project(dir);
        Said editing = new Said() {
            @Override
            public void detail(String command) {
                try {
                    Files.writeString(project.catalog, Project.CATALOG.replace("include: [app]", "include: all"));
                } catch (IOException broken) {
                    throw new AssertionError(broken);
                }
            }
        };
        LinkGoal.run(project.link("small"), editing);
        assertThat(editing.lines).anyMatch(line -> line.contains("features: 1 in"));

        assertThat(run(project.link("small")))
                .noneMatch(line -> line.startsWith("unchanged: "))
                .anyMatch(line -> line.contains("features: 2 in"));
    }

    private static List<String> run(LinkRequest request) throws Exception {
        Said said = new Said();
        LinkGoal.run(request, said);
        return said.lines;
    }

    private static FileTime made(Project project) throws IOException {
        return Files.getLastModifiedTime(project.image("small").resolve("release"));
    }
}
