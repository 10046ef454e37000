package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the explain goal looks at, writes and refuses. */
class ExplainGoalTest {
    @TempDir
    private Path dir;

    private Project project;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
    }

    @Test
    void withoutProfilesAllAreLookedAtOnThePlatformsTheyName() throws Exception {
        Files.writeString(
                project.catalog,
                Project.CATALOG.replace(
                        "small: {include: [app]}", "small: {include: [app], platforms: [linux/arm64, netbsd/amd64]}"));
        ExplainGoal.run(feature("words", List.of(), List.of()), said);

        assertThat(said.lines)
                .contains("out of small on linux/arm64 and netbsd/amd64", "in full on " + Project.host())
                .contains("written to " + project.output.resolve("explain/feature-words.json"));
        assertThat(project.output.resolve("explain/feature-words.json")).exists();
    }

    @Test
    void aProfileThatCannotBeHadIsExplainedAndStopsNothing() throws Exception {
        Files.writeString(project.catalog, """
                schema: 1
                features: {app: {conflicts: [words]}, words: {}}
                profiles: {torn: {include: [app, words]}, small: {include: [app]}}
                """);
        ExplainGoal.run(feature("app", List.of("torn", "small"), List.of("linux/amd64", "linux/arm64")), said);

        assertThat(said.lines)
                .contains("in small on linux/amd64 and linux/arm64")
                .contains("cannot be had: torn on linux/amd64 and linux/arm64");
    }

    @Test
    void modulesAndArtifactsOfTheProjectAreFound() throws Exception {
        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "acme.words", List.of("full"), List.of()), said);
        ExplainGoal.run(request(ExplainSubject.Kind.ARTIFACT, "test:acme.words", List.of("full"), List.of()), said);

        assertThat(said.lines).contains("module acme.words", "artifact test:acme.words");
        assertThat(project.output.resolve("explain/module-acme.words.json")).exists();
        assertThat(project.output.resolve("explain/artifact-test-acme.words.json"))
                .exists();
    }

    @Test
    void whatAJarNeedsAModuleForIsToldWithWhatKeepsItOut() throws Exception {
        String catalog = """
                schema: 1
                features: {app: {modules: [acme.app]}, view: {modules: [acme.view]}}
                profiles: {small: {include: [app]}}
                """;
        project = new Project(
                dir,
                catalog,
                List.of(
                        module("acme.app").requires("lib.text", "lib.sheet").folder(dir.resolve("folders")),
                        module("acme.view").requires("java.desktop").folder(dir.resolve("folders")),
                        module("lib.sheet").requires("java.desktop").jar(dir),
                        module("lib.text")
                                .automatic()
                                .requires("java.desktop")
                                .type("lib.text.Bidi", "java.awt.Point at;")
                                .jar(dir)));

        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "java.desktop", List.of("small"), List.of()), said);

        assertThat(said.lines)
                .contains(
                        "  or, with every feature in, where what needs it there is not used:",
                        "    artifacts:",
                        "      test:lib.sheet: {optional: [java.desktop]}",
                        "      test:lib.text: {optional: [java.desktop]}");
        said.lines.clear();
        String without = "artifacts: {'test:lib.sheet': {optional: [java.desktop]}";
        Files.writeString(project.catalog, catalog + without + "}\n");
        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "java.desktop", List.of("small"), List.of()), said);
        assertThat(said.lines).contains("    lib.text requires java.desktop for lib.text.Bidi");

        said.lines.clear();
        Files.writeString(project.catalog, catalog + without + ", 'test:lib.text': {optional: [java.desktop]}}\n");
        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "java.desktop", List.of("small"), List.of()), said);
        assertThat(said.lines)
                .anyMatch(line -> line.startsWith("not in small"))
                .noneMatch(line -> line.contains("artifacts:"));

        said.lines.clear();
        Files.writeString(project.catalog, catalog.replace("[app]", "all"));
        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "java.desktop", List.of("small"), List.of()), said);
        assertThat(said.lines)
                .anyMatch(line -> line.startsWith("in small"))
                .noneMatch(line -> line.contains("artifacts:"));
    }

    @Test
    void wrongNamesAreToldTogetherWithTheNearest() {
        GoalException feature = catchThrowableOfType(
                GoalException.class,
                () -> ExplainGoal.run(feature("word", List.of("smal"), List.of("lunix/amd64")), said));
        assertThat(feature.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.contains("no feature 'word': did you mean words?"))
                .anyMatch(fault -> fault.contains("did you mean small?"))
                .anyMatch(fault -> fault.contains("'lunix'"));

        assertThatThrownBy(() ->
                        ExplainGoal.run(request(ExplainSubject.Kind.MODULE, "java.desktp", List.of(), List.of()), said))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("did you mean java.desktop?");
        assertThatThrownBy(() -> ExplainGoal.run(
                        request(ExplainSubject.Kind.ARTIFACT, "test:acme.word", List.of(), List.of()), said))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("did you mean test:acme.words?");
        assertThat(project.output).doesNotExist();
    }

    @Test
    void justOneThingIsExplained() {
        assertThatThrownBy(
                        () -> ExplainSubject.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("Nothing is named that is to be explained.")
                .hasMessageContaining("-Dwhittle.feature=<name>");
        assertThatThrownBy(
                        () -> ExplainSubject.of(Optional.of("a"), Optional.of("b"), Optional.empty(), Optional.empty()))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("Only one thing is explained at a time.");
    }

    private ExplainRequest feature(String name, List<String> profiles, List<String> platforms) {
        return request(ExplainSubject.Kind.FEATURE, name, profiles, platforms);
    }

    private ExplainRequest request(
            ExplainSubject.Kind kind, String name, List<String> profiles, List<String> platforms) {
        return new ExplainRequest(
                project.catalog,
                profiles,
                platforms,
                project.output,
                new ExplainSubject(kind, name),
                kind == ExplainSubject.Kind.FEATURE ? List.of() : project.path,
                JarEdges.UNKNOWN,
                List.of(),
                JdkAt.folder(TestJdk.home()));
    }
}
