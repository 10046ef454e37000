package io.whittle.assembler.goal;

import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockJson;
import io.whittle.assembler.lock.LockReader;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Asks linked images, and tells what cannot be asked before anything is linked. */
@DisabledOnOs(OS.WINDOWS)
class CheckGoalTest {
    private static final String CHECKS = """
            checks:
              counts: {run: [app], expect: {stdout: '^1$'}}
              words: {with: [words], run: [app], expect: {stdout: '^2$'}}
            """;

    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void linksAndAsksEachImageAndFailsWithAllThatAnswerOtherwise() throws Exception {
        Project project = project(Project.CATALOG + CHECKS);

        Said said = new Said();
        CheckGoal.run(request(project, "small"), said);
        assertThat(said.lines)
                .anyMatch(line -> line.contains("linked in"))
                .contains("counts: passed")
                .anyMatch(line -> line.startsWith("words: not applicable"))
                .contains("small for " + Project.host() + ": 1 passed, 1 not applicable");

        Said both = new Said();
        GoalException failed =
                catchThrowableOfType(GoalException.class, () -> CheckGoal.run(request(project, "all"), both));
        assertThat(failed.faults())
                .singleElement()
                .asString()
                .contains("The image of full for", "does not do what words asks");
        assertThat(both.lines).contains("small for " + Project.host() + ": 1 passed, 1 not applicable");
        assertThat(project.image("full").resolveSibling("checks.json")).exists();
        assertThat(project.image("full").resolveSibling("TEST-whittle-checks.xml"))
                .exists();
        assertThat(project.image("full").resolveSibling("checks.md")).exists();

        // One check at a time is one image at a time.
        Said one = new Said();
        LinkRequest two = LinkRequests.done(project.link("all"), new Linking(2, Optional.empty()));
        catchThrowableOfType(
                GoalException.class,
                () -> CheckGoal.run(new ImageCheckRequest(two, List.of("counts"), List.of(), 1), one));
        assertThat(one.lines)
                .anyMatch(line -> line.startsWith("image 2 of 2 done"))
                .noneMatch(line -> line.startsWith("check of image "));

        refuseSize(project, "full");
        Said rest = new Said();
        Files.delete(project.image("small").resolveSibling("checks.json"));
        GoalException refused =
                catchThrowableOfType(GoalException.class, () -> CheckGoal.run(request(project, "all"), rest));
        assertThat(refused.faults()).singleElement().asString().contains("accepts something else", "full");
        assertThat(rest.lines).contains("small for " + Project.host() + ": 1 passed, 1 not applicable");
        assertThat(project.image("small").resolveSibling("checks.json")).exists();
    }

    /** Accepts images as they are, but one with another size. */
    private static void refuseSize(Project project, String profile) throws Exception {
        LockGoal.run(project.link("all"), new Said());
        Lock lock = LockReader.read(project.lock()).orElseThrow();
        LockEntry entry = lock.find(profile, Platform.host()).orElseThrow();
        LockEntry other = new LockEntry(entry.contents(), entry.imageBytes() * 2);
        Files.write(project.lock(), LockJson.bytes(lock.with(profile, Platform.host(), other)));
    }

    @Test
    void aCheckThatIsNoneIsToldWithTheNearest() throws Exception {
        Project project = project(Project.CATALOG + CHECKS);

        assertThat(refused(project, request(project, List.of("count", "nothing-like-it"), Map.of())))
                .satisfiesExactly(
                        first -> assertThat(first).contains("whittle.check names 'count'", "Is counts meant?"),
                        second -> assertThat(second).contains("'nothing-like-it'", "It has counts, words."));
    }

    @Test
    void aRunnerForNoPlatformIsTold() throws Exception {
        Project project = project(Project.CATALOG + CHECKS);

        assertThat(refused(project, request(project, List.of(), Map.of("linux-amd46", List.of("qemu")))))
                .singleElement()
                .asString()
                .contains("runners names the platform 'linux-amd46'", "amd64");
    }

    @Test
    void aCatalogueWithoutChecksIsWarnedOf() throws Exception {
        Project project = project(Project.CATALOG);
        Said said = new Said();

        CheckGoal.run(request(project, "small"), said);

        assertThat(said.warnings).anyMatch(warning -> warning.contains("has no checks"));
    }

    private Project project(String catalog) throws IOException {
        Project project = new Project(dir);
        Files.writeString(project.catalog, catalog);
        return project;
    }

    private static List<String> refused(Project project, ImageCheckRequest request) {
        GoalException refusal = catchThrowableOfType(GoalException.class, () -> CheckGoal.run(request, new Said()));
        assertThat(project.image("small")).doesNotExist();
        return refusal.faults();
    }

    private static ImageCheckRequest request(Project project, String profile) {
        return new ImageCheckRequest(project.link(profile), List.of(), List.of(), 2);
    }

    private static ImageCheckRequest request(Project project, List<String> checks, Map<String, List<String>> runners) {
        AfterLink after = new AfterLink(new TreeMap<>(runners), false);
        return new ImageCheckRequest(LinkRequests.followed(project.link("small"), after), checks, List.of(), 2);
    }
}
