package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.goal.ReportProject.failed;
import static io.whittle.assembler.goal.ReportProject.passed;
import static io.whittle.assembler.goal.ReportProject.states;
import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** What is green and what is not, of images that other machines built. */
class ReportGoalTest {
    @TempDir
    private Path dir;

    private ReportProject project;

    @BeforeEach
    void project() throws IOException {
        project = new ReportProject(dir);
    }

    @Test
    void aMatrixOfWhichAllIsThereIsGreenHoweverDeepItLies() throws Exception {
        JsonNode report = project.green().report();

        assertThat(report.get("verdict").asString()).isEqualTo("green");
        assertThat(report.get("images").findValuesAsString("key"))
                .containsExactly("large/linux/amd64", "small/linux/amd64", "small/linux/arm64");
        assertThat(states(report, 0)).containsExactly("green", "green", "green");
        assertThat(project.said.lines)
                .contains("acme: green, 3 of 3 images green")
                .anyMatch(line -> line.startsWith("no matrix.json was found: the matrix is made anew"));
        assertFits();
    }

    @Test
    void aCellThatIsNotThereIsAFailureWithTheCommandThatBuildsIt() throws Exception {
        project.green();
        Files.delete(dir.resolve("results/cell-1/cell.json"));
        Files.delete(dir.resolve("results/cell-1/plan.json"));
        Files.delete(dir.resolve("results/cell-1/checks.json"));

        assertThat(project.red())
                .contains("small for linux/amd64 is missing: mvn package whittle:check -Dwhittle.profile=small"
                        + " -Dwhittle.platform=linux/amd64");
        assertThat(project.read().at("/missing/0/name").asString()).isEqualTo("small");
        assertThat(project.text("report.xml")).contains("no result was found");
        assertFits();
    }

    @Test
    void nothingAtAllIsRed() throws Exception {
        assertThat(project.red()).contains("large for linux/amd64 is missing", "small for linux/arm64 is missing");
        assertThat(project.text("report.md")).contains("No image was found.");
        assertFits();
    }

    @Test
    void theSameCellTwiceIsOneAndTwoThatDifferAreAFault() throws Exception {
        project.green();
        project.cell("results/again", "small", "linux/amd64", passed("starts"));
        assertThat(project.report().get("images")).hasSize(3);

        project.cell("results/again", "small", "linux/amd64", failed("starts"));
        assertThat(project.red())
                .contains(
                        "there are two results of small for linux/amd64 that differ, in again and in cell-1; told is the"
                                + " first");
        assertThat(project.read().at("/faults/0/kind").asString()).isEqualTo("doubled");
        assertFits();
    }

    @Test
    void aCellOfAnotherCatalogueIsRedAndSaysHowToBuildItAnew() throws Exception {
        project.green();
        Files.writeString(
                project.catalog,
                ReportProject.CATALOG.replace("net: {modules: [acme.net]", "net: {modules: [acme.nets]"));

        assertThat(project.red())
                .contains("large for linux/amd64 in cell-3/large/linux-amd64: it was built of another catalogue")
                .contains(": mvn package whittle:check -Dwhittle.profile=large -Dwhittle.platform=linux/amd64");
        assertThat(states(project.read(), 0)).containsExactly("red", "not run", "green");
        assertThat(states(project.read(), 1)).containsExactly("green", "not run", "green");
    }

    @Test
    void whatIsNoCellOfTheMatrixIsAFault() throws Exception {
        project.green().cell("results/stray", "small", "linux/amd64", passed("starts"));
        Path stray = dir.resolve("results/stray/cell.json");
        Files.writeString(
                stray,
                Files.readString(stray).replace("\"small\"", "\"other\"").replaceAll("\"resolution\": \"..", "$0"));
        Files.writeString(
                stray,
                Files.readString(stray).replaceFirst("\"resolution\": \"[0-9a-f]+", "\"resolution\": \"ffffffffffff"));

        assertThat(project.red()).contains("other for linux/amd64 in stray is no cell of the matrix");
    }

    @Test
    void aCheckThatNeverRanIsNotGreen() throws Exception {
        project.green();
        project.cell("results/cell-3/large/linux-amd64", "large", "linux/amd64", passed("starts"));

        assertThat(project.red()).contains("large for linux/amd64, check not run: not asked: resolves");
        assertThat(states(project.read(), 0)).containsExactly("green", "green", "not run");
    }

    @Test
    void aCheckThatFailedIsRed() throws Exception {
        project.green();
        project.cell("results/cell-3/large/linux-amd64", "large", "linux/amd64", passed("starts"), failed("resolves"));

        assertThat(project.red()).contains("large for linux/amd64, check red: 1 of 2 checks failed: resolves");
    }

    @Test
    void documentsThatAreOfNoUseAreToldAndMakeNothingGreen() throws Exception {
        project.green();
        Files.writeString(dir.resolve("results/cell-1/checks.json"), "{\"schema\": 1, \"checks\": [");
        Path other = dir.resolve("results/cell-3/large/linux-amd64/checks.json");
        Files.writeString(other, Files.readString(other).replace("\"schema\": 1", "\"schema\": 2"));
        Files.delete(dir.resolve("results/cell-2/project/target/whittle/small/linux-arm64/resolution.json"));

        assertThat(project.red())
                .contains("small for linux/amd64, check not run: cell-1/checks.json is damaged: ")
                .contains("large/linux-amd64/checks.json is of schema 2, and this version of Whittle knows 1")
                .contains("small for linux/arm64, resolve not run: cell-2/project/target/whittle/small/linux-arm64/"
                        + "resolution.json is not there");
        assertFits();
    }

    @Test
    void aPlanWhoseModulesAreNoneIsDamaged() throws Exception {
        project.green().cell("results/again", "small", "linux/amd64", passed("starts"));
        Files.writeString(dir.resolve("results/again/plan.json"), """
                {"schema": 1, "profile": "small", "platform": "linux/amd64", "modules": ["x"]}
                """);

        assertThat(project.red())
                .contains("again", "plan.json is damaged: an entry of its modules or jars is no object");
        assertFits();
    }

    @Test
    void figuresOfAnEarlierLinkAreNotTakenForThoseOfAnImage() throws Exception {
        project.green();
        String stale = "{\"schema\": 1, \"profile\": \"small\", \"platform\": \"linux/amd64\", \"plan\": \"%s\"}"
                .formatted("0".repeat(64));
        Files.writeString(dir.resolve("results/cell-1/pack.json"), stale);
        Files.writeString(dir.resolve("results/cell-1/cost.json"), stale);
        String containers = """
                {"schema": 1, "profile": "small", "name": "app", "tag": "1", "images": [
                 {"platform": "linux/amd64", "plan": "%s", "bytes": 7}, {"platform": "linux/arm64", "plan": "%s", "bytes": 8}]}
                """.formatted(
                "0".repeat(64),
                ContentHash.of(dir.resolve("results/cell-2/project/target/whittle/small/linux-arm64/plan.json")));
        Files.writeString(dir.resolve("results/oci.json"), containers);
        Files.writeString(dir.resolve("results/cell-2/project/target/whittle/small/oci.json"), containers);

        project.report();

        assertThat(project.read().at("/images").toString())
                .as("told, and no reason to be red")
                .contains(
                        "cell-1/pack.json is of another image than plan.json: what was linked has changed since, so its figures"
                                + " are left out; whittle:pack writes it anew",
                        "cell-1/cost.json is of another image than plan.json",
                        "cell-1/oci.json is of another image than plan.json")
                .doesNotContain("linux-arm64/oci.json");
        assertThat(project.read()
                        .at("/images")
                        .valueStream()
                        .map(image -> image.get("archives").size()))
                .containsExactlyInAnyOrder(0, 0, 1);
    }

    @Test
    void whatAnotherMachineSaysOfAnArchiveIsNoMarkup() throws Exception {
        project.green();
        Files.writeString(dir.resolve("results/cell-1/pack.json"), """
                {"schema": 1, "profile": "small", "platform": "linux/amd64",
                 "archives": [{"file": "a", "format": "zip | <img src=x>", "bytes": 9}]}
                """);
        project.report();

        assertThat(project.text("report.md")).contains("zip &#124; &#60;img").doesNotContain("<img");
    }

    @Test
    void checksOfAnImageThatWasLinkedAnewSinceDoNotCount() throws Exception {
        project.green();
        Path plan = dir.resolve("results/cell-1/plan.json");
        Files.writeString(plan, Files.readString(plan).replace("core:1", "core:2"));

        assertThat(project.red())
                .contains("cell-1/checks.json is of another image than plan.json: what was linked has changed since");
    }

    @Test
    void withoutAnAuditThatLineIsNotRunAndCanBeLeftOut() throws Exception {
        project.green();
        Files.delete(dir.resolve("results/audit/audit.json"));
        assertThat(project.red()).contains("audit not run: no audit.json was found");
        assertThat(project.text("report.xml")).contains("<error message=\"not run: no audit.json was found");

        project.lines = List.of("resolve", "check");
        JsonNode report = project.report();
        assertThat(report.get("verdict").asString()).isEqualTo("green");
        assertThat(states(report, 0)).containsExactly("green", "not run", "green");
        assertThat(project.text("report.xml")).contains("<skipped message=\"not run: no audit.json was found");
    }

    @Test
    void anErrorOfTheAuditIsRedWhereItBites() throws Exception {
        project.green().audit("results/audit", ReportProject.finding("{\"large\": [\"linux/amd64\"]}"));

        assertThat(project.red())
                .contains("large for linux/amd64, audit red: 1 error: undeclared-requirement dns -> log");
        assertThat(states(project.read(), 1)).containsExactly("green", "green", "green");
        assertThat(project.read().at("/findings/0/accepted").asBoolean()).isFalse();
    }

    @Test
    void theSameFindingOfSeveralMachinesIsToldOnce() throws Exception {
        project.green().audit("results/audit", ReportProject.finding("{\"large\": [\"linux/amd64\"]}"));
        project.audit("results/audit-2", ReportProject.finding("{\"small\": [\"linux/arm64\"]}"));

        project.red();

        assertThat(project.read().get("findings")).hasSize(1);
        assertThat(project.read().at("/findings/0/bites").propertyNames()).containsExactly("large", "small");
    }

    @Test
    void cellsAreHeldAgainstTheMatrixThatIsNamedOrFound() throws Exception {
        new MatrixProject(Files.createDirectories(dir.resolve("m")), ReportProject.CATALOG)
                .profiles("small")
                .run();
        Path matrix = dir.resolve("m/target/whittle/matrix.json");
        project.green();
        project.matrix = Optional.of(matrix);
        assertThat(project.red())
                .contains("large for linux/amd64 in cell-3/large/linux-amd64 is no cell of the matrix");

        project.matrix = Optional.empty();
        project.profiles = List.of("small");
        Files.copy(matrix, dir.resolve("results/matrix.json"));
        assertThat(project.red())
                .contains("large for linux/amd64 in cell-3/large/linux-amd64 is no cell of the matrix");
        assertThat(project.said.lines).contains("held against the matrix.json that lies among the results");

        project.matrix = Optional.of(Files.writeString(dir.resolve("broken.json"), "{"));
        assertThat(project.red()).contains("broken.json is damaged: ");
    }

    @Test
    void aRowThatWasBuiltByItsOwnNameIsTheCellThatStandsForIt() throws Exception {
        String twin = ReportProject.CATALOG.replace(
                "large: {", "twin: {include: [log], platforms: [linux/arm64]}\n  large: {");
        Files.writeString(project.catalog, twin);
        project.green();
        Files.delete(dir.resolve("results/cell-2/project/target/whittle/small/linux-arm64/cell.json"));
        Files.delete(dir.resolve("results/cell-2/project/target/whittle/small/linux-arm64/plan.json"));
        Files.delete(dir.resolve("results/cell-2/project/target/whittle/small/linux-arm64/checks.json"));
        project.cell("results/cell-4", "twin", "linux/arm64", passed("starts"));

        JsonNode report = project.report();

        assertThat(report.at("/images/2/standsFor").valueStream().map(JsonNode::asString))
                .containsExactly("small", "twin");
    }

    @Test
    void aBuildReportsOnItsOwnImagesEachInItsFolderToo() throws Exception {
        Path image = project.cell("target/whittle/small/linux-amd64", "small", "linux/amd64", passed("starts"));
        project.audit("target/whittle", "");
        project.run(List.of());

        assertThat(project.read().get("kind").asString()).isEqualTo("build");
        assertThat(project.read().at("/images/0/documents/0").toString())
                .isEqualTo("{\"name\":\"cell.json\",\"href\":\"../small/linux-amd64/cell.json\"}");
        assertThat(image.resolve("report.json")).content().contains("\"href\" : \"cell.json\"");
        assertThat(image.resolve("report.md")).exists();
        assertFits();
    }

    @Test
    void aBuildOfWhichAProfileIsNamedIsAboutThatAlone() throws Exception {
        project.cell("target/whittle/small/linux-amd64", "small", "linux/amd64", passed("starts"));
        project.audit("target/whittle", "");
        project.profiles = List.of("large");
        project.platforms = List.of("linux/amd64");

        assertThat(project.red(List.of())).contains("large for linux/amd64 is missing");
        assertThat(project.read().get("images")).isEmpty();
    }

    @Test
    void aBuildOfWhichAPlatformIsNamedIsAboutThatAlone() throws Exception {
        project.cell("target/whittle/small/linux-arm64", "small", "linux/arm64", passed("starts"));
        project.cell("target/whittle/large/linux-amd64", "large", "linux/amd64", failed("starts"));
        project.audit("target/whittle", "");
        project.platforms = List.of("linux/arm64");

        project.run(List.of());
        assertThat(project.read().get("images").findValuesAsString("key")).containsExactly("small/linux/arm64");

        project.platforms = List.of("windows/amd64");
        assertThat(project.red(List.of())).contains("no image for windows/amd64 stands in ");
    }

    @Test
    void whereNothingWasBuiltNothingIsWritten() throws Exception {
        assertThat(project.red(List.of())).contains("There is nothing to report: no image stands in ");
        assertThat(project.output.resolve("report")).doesNotExist();
    }

    @Test
    void wrongWordsAndFoldersAreToldAtOnce() throws Exception {
        project.lines = List.of("link");

        assertThat(project.red(List.of(dir.resolve("nowhere"))))
                .contains("whittle.lines names 'link', which is no line of defence.")
                .contains("nowhere, which is no folder.");
    }

    @Test
    void noLineOfDefenceAtAllIsRefusedInsteadOfGreen() throws Exception {
        project.green().lines = List.of();

        assertThat(project.red())
                .contains("whittle.lines names no line of defence", "Take resolve, audit, check, one or several");
        assertThat(project.output.resolve("report")).doesNotExist();
    }

    @Test
    void theSummaryOfAStepIsAddedToWhileThereIsRoom() throws Exception {
        Path summary = Files.writeString(dir.resolve("summary.md"), "others\n");
        project.summary = Optional.of(summary);
        project.green().report();
        assertThat(summary)
                .content()
                .startsWith("others\n\n## acme: green")
                .contains("| small for linux/arm64 | green");

        Files.writeString(summary, "x".repeat((int) StepSummary.MOST_BYTES - 100));
        project.report();
        assertThat(summary).content().endsWith("x\n## acme: green, 3 of 3 images green\n");

        Files.writeString(summary, "x".repeat((int) StepSummary.MOST_BYTES - 10));
        project.report();
        assertThat(summary).content().endsWith("x");
        assertThat(project.said.warnings).anyMatch(warning -> warning.contains("is full"));
    }

    private void assertFits() throws IOException {
        assertThat(errors("report.schema.json", project.text("report.json"))).isEmpty();
    }
}
