package io.whittle.assembler.goal;

import io.whittle.assembler.testing.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What profiles come to, told and written. */
class ResolveGoalTest {
    private static final List<String> PLATFORMS = List.of("linux/amd64", "netbsd/amd64");

    @TempDir
    private Path dir;

    private Project project;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
    }

    @Test
    void everyProfileOnEveryPlatformIsToldAndWritten() throws Exception {
        ResolveGoal.run(project.resolve(PLATFORMS, "all"), said);

        for (String folder :
                List.of("small/linux-amd64", "small/netbsd-amd64", "full/linux-amd64", "full/netbsd-amd64")) {
            Path document = project.output.resolve(folder).resolve("resolution.json");
            assertThat(document).exists();
            assertThat(said.lines).contains("written to " + document);
        }
        assertThat(String.join("\n", said.lines)).contains("app", "words", "not asked for");
    }

    @Test
    void whatIsAskedTwiceIsAnsweredOnce() throws Exception {
        ResolveGoal.run(project.resolve(List.of("linux/amd64", "linux/amd64"), "small", "small"), said);

        assertThat(said.lines)
                .filteredOn(line -> line.startsWith("written to "))
                .hasSize(1);
    }

    @Test
    void allAmongOtherNamesStandsForEveryProfileToo() throws Exception {
        ResolveGoal.run(project.resolve(List.of("linux/amd64"), "small", "all"), said);

        assertThat(said.lines)
                .filteredOn(line -> line.startsWith("written to "))
                .hasSize(2);
        assertThat(project.output.resolve("full/linux-amd64/resolution.json")).exists();
    }

    @Test
    void aProfileCalledAllIsThatOne() throws Exception {
        Files.writeString(project.catalog, Project.CATALOG.replace("full:", "all:"));
        ResolveGoal.run(project.resolve(List.of("linux/amd64"), "all"), said);

        assertThat(said.lines)
                .filteredOn(line -> line.startsWith("written to "))
                .hasSize(1);
        assertThat(project.output.resolve("all/linux-amd64/resolution.json")).exists();
    }

    @Test
    void anAllowlistIsWrittenBesideTheImagesDocument() throws Exception {
        Files.writeString(project.catalog, """
                schema: 1
                features:
                  app: {requires: [words], modules: [acme.app]}
                  words: {modules: [acme.words]}
                profiles: {small: {include: [app]}}
                """);
        ResolveGoal.run(
                new ResolveRequest(
                        project.catalog, List.of("small"), List.of("linux/amd64"), project.output, "allowlist"),
                said);

        assertThat(project.output.resolve("small/linux-amd64/allowlist.json")).exists();
        assertThat(project.output.resolve("small/linux-amd64/resolution.json")).doesNotExist();
    }

    @Test
    void aStrategyThatIsNoneIsTold() {
        ResolveRequest request =
                new ResolveRequest(project.catalog, List.of("small"), List.of("linux/amd64"), project.output, "guess");
        GoalException refused = catchThrowableOfType(GoalException.class, () -> ResolveGoal.run(request, said));

        Golden.hold("messages/unknown-strategy.txt", refused.getMessage() + "\n");
    }

    @Test
    void allFaultsComeAtOnceAndNothingIsWritten() {
        ResolveRequest request = project.resolve(List.of("linux/amd64", "lunix/amd64"), "smal", "fool");
        GoalException refused = catchThrowableOfType(GoalException.class, () -> ResolveGoal.run(request, said));

        assertThat(refused.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.contains("'lunix'"))
                .anyMatch(fault -> fault.contains("did you mean small?"))
                .anyMatch(fault -> fault.contains("'fool'"));
        assertThat(project.output).doesNotExist();
    }

    @Test
    void aCauseThatSeveralProfilesShareIsToldOnceWithTheNamesOfAll() throws Exception {
        Files.writeString(project.catalog, """
                schema: 1
                features:
                  app: {conflicts: [words]}
                  words: {}
                profiles:
                  torn: {include: [app, words]}
                  child: {extends: torn}
                  other: {include: [words, app]}
                """);
        GoalException refused = catchThrowableOfType(
                GoalException.class, () -> ResolveGoal.run(project.resolve(PLATFORMS, "torn", "child", "other"), said));

        assertThat(refused.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("These cannot be had: torn on linux/amd64 and netbsd/amd64;"
                        + " child on linux/amd64 and netbsd/amd64:\n"))
                .anyMatch(fault -> fault.startsWith("These cannot be had: other on linux/amd64 and netbsd/amd64:\n"));
    }

    @Test
    void warningsAreToldOnceHoweverManyAnswersCarryThem() throws Exception {
        Files.writeString(project.catalog, """
                schema: 1
                features:
                  app: {requires: [hidden]}
                  hidden: {internal: true}
                profiles: {small: {include: [hidden]}}
                """);
        ResolveGoal.run(project.resolve(PLATFORMS, "small"), said);

        assertThat(said.warnings).singleElement().asString().contains("feature-tags.yaml:5:", "warning", "hidden");
    }
}
