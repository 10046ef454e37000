package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Images of a small project with archives of classes, really made. */
@DisabledOnOs(OS.WINDOWS)
class ClassArchiveTest {
    private static final String JSA = "lib/server/classes.jsa";

    @TempDir
    private Path dir;

    @Test
    void theClassesOfTheApplicationAreArchivedAndUsedByItsLauncherAndByNothingElseNamed() throws Exception {
        Project project = project("cds: app, train: [starts]", "-XX:+UseSerialGC");
        Said said = new Said();

        LinkGoal.run(project.link("small"), said);

        Path image = project.image("small");
        assertThat(said.lines)
                .anyMatch(line -> line.equals("training with starts"))
                .anyMatch(line -> line.startsWith("archive of classes: " + JSA + " of ")
                        && line.endsWith(", and every launcher uses it"));
        assertThat(Files.readString(image.getParent().resolve("plan.json")))
                .contains("\"cds\" : \"app\"", "\"train\" : [\n      \"starts\"\n    ]");
        assertThat(image.resolveSibling("train")).doesNotExist();
        assertThat(output(image, "-Xlog:class+load", "--add-modules", "acme.app", "-m", "acme.app/acme.app.Main"))
                .containsPattern("acme\\.app\\.Main source: shared objects file");
    }

    @Test
    void theClassesOfTheJdkAloneAreArchivedInOneFile() throws Exception {
        Project project = project("cds: jdk", "-Xmx64m");

        LinkGoal.run(project.link("small"), new Said());

        Path image = project.image("small");
        assertThat(image.resolve(JSA)).exists();
        assertThat(image.resolve("lib/server/classes_nocoops.jsa")).doesNotExist();
        assertThat(output(image, "-Xlog:class+load", "-m", "acme.app/acme.app.Main"))
                .containsPattern("java\\.lang\\.Object source: shared objects file")
                .containsPattern("acme\\.app\\.Main source: jrt:");
    }

    @Test
    void whatIsNotComparedIsNotCalledTheSame() throws Exception {
        Project project = project("cds: app, train: [starts]", "-Xmx64m");
        Said said = new Said();

        LinkGoal.run(LinkRequests.followed(project.link("small"), new AfterLink(new TreeMap<>(), true)), said);

        assertThat(said.lines)
                .anyMatch(line -> line.contains(", twice to the same bytes, its archive of classes left aside"));
    }

    @Test
    void anArchiveThatALauncherCannotUseIsNoImage() throws Exception {
        Project project = project("cds: jdk", "-XX:-UseCompressedOops");

        GoalException failed =
                catchThrowableOfType(GoalException.class, () -> LinkGoal.run(project.link("small"), new Said()));

        assertThat(failed.faults())
                .anyMatch(fault -> fault.startsWith("Launcher app does not use the archive of classes")
                        && fault.contains("cds: none"));
        assertThat(project.image("small")).doesNotExist();
    }

    @Test
    void aCheckThatFailsDoesNotTrain() throws Exception {
        Project project = project("cds: app, train: [fails]", "-Xmx64m");

        GoalException failed =
                catchThrowableOfType(GoalException.class, () -> LinkGoal.run(project.link("small"), new Said()));

        assertThat(failed.faults())
                .anyMatch(fault -> fault.startsWith(
                        "What is to train the archive of classes does not pass in the image: fails.\n  Logs are in "));
        assertThat(project.image("small").resolveSibling("train")).isDirectory();
    }

    private Project project(String image, String option) throws Exception {
        Project project = new Project(dir);
        Files.writeString(
                project.catalog,
                Project.CATALOG.replace(
                                "main: acme.app.Main}}}",
                                "main: acme.app.Main, jvm: ['" + option + "']}}, " + image + "}")
                        + "checks:\n  starts: {run: [app], expect: {stdout: '^1$'}}\n"
                        + "  fails: {run: [app], expect: {stdout: '^2$'}}\n");
        return project;
    }

    private static String output(Path image, String... words) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
