package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.goal.ReportProject.failed;
import static io.whittle.assembler.goal.ReportProject.passed;
import static io.whittle.assembler.goal.ReportProject.states;
import static org.assertj.core.api.Assertions.assertThat;

/** What looks green, and is of something else, of nothing, or damaged. */
class ReportTrustTest {
    @TempDir
    private Path dir;

    private ReportProject project;

    @BeforeEach
    void project() throws IOException {
        project = new ReportProject(dir);
    }

    @Test
    void anAuditOfAnotherCatalogueSaysNothingOfThisOne() throws Exception {
        project.green();
        catalogue("requires: [net, {feature: log, when: windows}]", "requires: [net]");

        assertThat(project.red()).contains("large for linux/amd64, audit not run: the audit is of another catalogue");
    }

    @Test
    void ofTwoAuditsThatOfThisCatalogueCounts() throws Exception {
        project.audit("results/old", ReportProject.finding("{}"));
        catalogue("requires: [net, {feature: log, when: windows}]", "requires: [net]");
        project.green();

        JsonNode report = project.report();

        assertThat(report.get("findings")).isEmpty();
        assertThat(states(report, 0)).containsExactly("green", "green", "green");
    }

    @Test
    void anAuditCountsWhateverChecksAsk() throws Exception {
        project.green();
        catalogue("[app, resolve, example.org]", "[app, resolve, example.com]");

        assertThat(project.red())
                .contains("large for linux/amd64, check not run: the catalogue asks otherwise by now: resolves");
        assertThat(states(project.read(), 0)).containsExactly("green", "green", "not run");
        assertThat(states(project.read(), 1)).containsExactly("green", "green", "green");
    }

    @Test
    void whatAnAuditDidNotReadIsNotGreen() throws Exception {
        project.green();
        audit("\"unread\": []", "\"unread\": [\"acme.net\"]");

        assertThat(project.red()).contains("large for linux/amd64, audit not run: the code of acme.net was not read");
        assertThat(states(project.read(), 1)).containsExactly("green", "green", "green");
    }

    @Test
    void aJarOfWhichAnotherWasReadIsNotGreenOnAClassPath() throws Exception {
        project.green();
        audit("\"unread\": []", "\"unread\": [\"org.ex:lib:2\"]");

        assertThat(project.red()).contains("audit not run: the code of org.ex:lib:2 was not read");
    }

    @Test
    void whatOneCallPutBehindAModuleNoAuditHasRead() throws Exception {
        project.green();
        Path plan = dir.resolve("results/cell-1/plan.json");
        String former = Files.readString(plan);
        Files.writeString(
                plan,
                former.replace(
                        "\"from\": \"com.acme:core:1\"",
                        "\"from\": \"com.acme:fork:1\", \"replaces\": [\"com.acme:core:1\"]"));
        Path checks = dir.resolve("results/cell-1/checks.json");
        Files.writeString(
                checks,
                Files.readString(checks)
                        .replace(ContentHash.of(former.getBytes(StandardCharsets.UTF_8)), ContentHash.of(plan)));

        assertThat(project.red())
                .contains("small for linux/amd64, audit not run: the image has other jars than the catalogue says,"
                        + " and no audit reads those: acme.core=com.acme:fork");
    }

    @Test
    void whatNoJdkAnsweredIsNotGreenWhereCodeAsks() throws Exception {
        project.green();
        audit("\"skipped\": []", """
                "skipped": [], "jdk": {"asking": ["org.ex:net:1"], "notAsked": "nobody was there", "otherPlatforms": []}""");
        assertThat(project.report().get("verdict").asString()).isEqualTo("green");

        audit("org.ex:net:1", "org.ex:lib:2");
        assertThat(project.red())
                .contains(
                        "small for linux/amd64, audit not run: what its code asks of the JDK by name was not looked at:"
                                + " nobody was there: mvn verify whittle:audit");
    }

    @Test
    void thatAnotherSystemsJdkAnsweredIsSaid() throws Exception {
        project.green();
        audit(
                "\"skipped\": []",
                "\"skipped\": [], \"jdk\": {\"asking\": [\"org.ex:net:1\"], \"otherPlatforms\": [\"linux/amd64\"]}");

        assertThat(project.report().at("/images/0/lines/audit/says").asString())
                .isEqualTo("no error bites in it; needs of the JDK are those on another operating system");
    }

    @Test
    void oneOfTheJarsThatWereReadIsEnough() throws Exception {
        project.green();
        Path mark = dir.resolve("results/cell-1/cell.json");
        Files.writeString(
                mark, Files.readString(mark).replace("\"plan\"", "\"code\": {\"acme.core\": \"b0\"}, \"plan\""));
        audit("\"unread\"", "\"code\": {\"acme.core\": [\"a0\", \"b0\"]}, \"unread\"");
        assertThat(project.report().get("verdict").asString()).isEqualTo("green");

        audit("b0", "b1");
        assertThat(project.red()).contains("the image has other code of acme.core than the audit read");
    }

    @Test
    void anAuditOfOtherCodeSaysNothingOfThisOne() throws Exception {
        project.green();
        Path mark = dir.resolve("results/cell-1/cell.json");
        Files.writeString(
                mark, Files.readString(mark).replace("\"plan\"", "\"code\": {\"acme.core\": \"b0\"}, \"plan\""));
        audit("\"unread\"", "\"code\": {\"acme.core\": \"b0\"}, \"unread\"");
        assertThat(project.report().get("verdict").asString()).isEqualTo("green");

        audit("b0", "b1");
        assertThat(project.red())
                .contains(
                        "small for linux/amd64, audit not run: the image has other code of acme.core than the audit read");
    }

    @Test
    void classesThatCouldNotBeReadAreTold() throws Exception {
        project.green();
        audit("\"skipped\": []", "\"skipped\": [\"acme.net: acme.Net is cut off\"]");

        assertThat(project.report().at("/images/0/lines/audit/says").asString())
                .isEqualTo("no error bites in it; classes and jars that could not be read: 1");
    }

    @Test
    void rowsOfOneCellThatWereBuiltUnderTheirOwnNamesAreOneImage() throws Exception {
        catalogue(
                "large: {",
                "twin: {include: [log], forbid: {modules: [java.desktop]}, platforms: [linux/amd64]}\n  large: {");
        project.green();
        Path twin = project.cell("results/cell-4", "twin", "linux/amd64", passed("resolves"));
        plan(twin, "\"a note\"", "\"another\"");

        JsonNode report = project.report();

        assertThat(report.get("faults")).isEmpty();
        assertThat(report.at("/images/1/checks").findValuesAsString("name")).containsExactly("resolves", "starts");

        project.cell("results/cell-4", "twin", "linux/amd64", failed("starts"));
        assertThat(project.red()).contains("there are two results of");
        Path other = project.cell("results/cell-4", "twin", "linux/amd64", passed("starts"));
        plan(other, "core:1", "core:2");
        assertThat(project.red()).contains("there are two results of");
    }

    @Test
    void whatIsNoProfileIsHeldAgainstRowsThatAreNamedOrAgainstNothing() throws Exception {
        String row = "feature-quiet";
        catalogue("large: {", row + ": {include: [quiet], platforms: [linux/amd64]}\n  large: {");
        Path image = project.cell("target/whittle/" + row + "/linux-amd64", row, "linux/amd64", passed("starts"));
        Files.writeString(project.catalog, ReportProject.CATALOG);
        project.audit("target/whittle", "");

        assertThat(project.red(List.of()))
                .contains(row + " for linux/amd64, resolve not run: nothing says what should be in it")
                .contains(row + " for linux/amd64, check not run: nothing says what should be in it");

        project.rows = List.of("features");
        project.platforms = List.of("linux/amd64");
        project.run(List.of());
        assertThat(states(project.read(), 0)).containsExactly("green", "green", "green");

        Path mark = image.resolve("cell.json");
        Files.writeString(
                mark,
                Files.readString(mark).replaceFirst("\"resolution\": \"[0-9a-f]+", "\"resolution\": \"ffffffffffff"));
        assertThat(project.red(List.of())).contains(row + "/linux-amd64: it was built of another catalogue");
    }

    @Test
    void aMatrixOfAnotherCatalogueOrOfLessIsPassedOver() throws Exception {
        project.green();
        new MatrixProject(Files.createDirectories(dir.resolve("narrow")), ReportProject.CATALOG)
                .profiles("small")
                .run();
        Path matrix = dir.resolve("results/matrix.json");
        Files.copy(dir.resolve("narrow/target/whittle/matrix.json"), matrix);
        Files.delete(dir.resolve("results/cell-3/large/linux-amd64/cell.json"));
        Files.delete(dir.resolve("results/cell-3/large/linux-amd64/plan.json"));
        Files.delete(dir.resolve("results/cell-3/large/linux-amd64/checks.json"));

        assertThat(project.red()).contains("large for linux/amd64 is missing");
        assertThat(project.said.lines)
                .contains(
                        "a matrix.json among the results is passed over: its profiles are small, and asked for are all");

        Files.delete(matrix);
        new MatrixProject(
                        Files.createDirectories(dir.resolve("stale")),
                        ReportProject.CATALOG.replaceAll("  large: .*\n", ""))
                .run();
        Files.createDirectories(project.output);
        Files.copy(dir.resolve("stale/target/whittle/matrix.json"), project.output.resolve("matrix.json"));
        assertThat(project.red()).contains("large for linux/amd64 is missing");
        assertThat(project.said.lines)
                .contains(project.output.resolve("matrix.json") + " is passed over: it is of another catalogue");
    }

    @Test
    void anOutcomeThatIsNotKnownIsAFailure() throws Exception {
        project.green();
        project.cell("results/cell-1", "small", "linux/amd64", passed("starts").replace("\"passed\"", "\"timed-out\""));

        assertThat(project.red()).contains("small for linux/amd64, check red: 1 of 1 check failed: starts");
        assertThat(project.text("report.xml"))
                .contains("<failure message=\"came to 'timed-out', which is no outcome that is known\"");
    }

    @Test
    void anImageThatIsDamagedIsAFaultAndTheRestIsToldOf() throws Exception {
        project.green();
        Files.writeString(
                Files.createDirectories(dir.resolve("results/cell-1/image/lib")).resolve("modules"), "cut off");

        assertThat(project.red()).contains("cell-1/image cannot be read: ");
        assertThat(project.read().at("/faults/0/kind").asString()).isEqualTo("unreadable");
        assertThat(project.read().get("images")).hasSize(3);
    }

    @Test
    void anImageThatIsALinkIsNotFollowed() throws Exception {
        project.green();
        Path elsewhere = Files.createDirectories(dir.resolve("elsewhere"));
        Files.writeString(Files.createDirectories(elsewhere.resolve("lib")).resolve("modules"), "cut off");
        Files.createSymbolicLink(dir.resolve("results/cell-1/image"), elsewhere);

        assertThat(project.report().get("verdict").asString()).isEqualTo("green");
    }

    @Test
    void aProfileThatCanBeHadNoMoreIsAFaultAndTheRestIsToldOf() throws Exception {
        project.cell("target/whittle/small/linux-amd64", "small", "linux/amd64", passed("starts"));
        project.cell("target/whittle/large/linux-amd64", "large", "linux/amd64", passed("starts"), passed("resolves"));
        catalogue("large: {include: [dns]", "large: {include: [dns, log, quiet]");
        project.audit("target/whittle", "");

        assertThat(project.red(List.of()))
                .contains("Profile large cannot be had on linux/amd64")
                .contains("large for linux/amd64, resolve not run: nothing says what should be in it");
        assertThat(states(project.read(), 1)).containsExactly("green", "green", "green");
    }

    private void catalogue(String old, String replacement) throws IOException {
        String text = Files.readString(project.catalog);
        assertThat(text).contains(old);
        Files.writeString(project.catalog, text.replace(old, replacement));
    }

    private void audit(String old, String replacement) throws IOException {
        Path audit = dir.resolve("results/audit/audit.json");
        Files.writeString(audit, Files.readString(audit).replace(old, replacement));
    }

    private static void plan(Path cell, String old, String replacement) throws IOException {
        Path plan = cell.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace(old, replacement));
        // It names the plan as it was.
        Path checks = cell.resolve("checks.json");
        Files.writeString(checks, Files.readString(checks).replaceFirst("\"plan\": \"[0-9a-f]+\", ", ""));
    }
}
