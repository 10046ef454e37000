package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.modules.JarEdges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Matrices as documents and on the console. */
class MatrixGoalTest {
    private static final Path SCHEMA = Path.of("../docs/matrix.schema.json");

    @TempDir
    private Path dir;

    @Test
    void profilesAreOnTheirOwnPlatformsAndImagesAreTheirsOnce() throws Exception {
        MatrixProject project = new MatrixProject(dir);
        JsonNode matrix = project.run();

        assertThat(MatrixProject.values(matrix, "folder"))
                .containsExactly(
                        "large/linux-amd64",
                        "large/windows-amd64",
                        "noted/linux-amd64",
                        "small/linux-arm-v7",
                        "small/linux-arm64");
        assertThat(matrix.get("cells").get(2).get("standsFor").findValuesAsString("name"))
                .containsExactly("noted", "small");
        assertThat(project.said.lines)
                .contains("matrix of profiles: 6 rows, 5 images", "written to " + project.output.resolve("matrix.json"))
                .anyMatch(line -> line.endsWith(" noted for linux/amd64, also small"));
        assertFits(project);
    }

    @Test
    void aProfilesOwnCommandBuildsItAlone() throws Exception {
        MatrixProject project = new MatrixProject(dir);
        JsonNode matrix = project.run();

        assertThat(MatrixProject.values(matrix, "command").get(3))
                .isEqualTo("mvn package whittle:link -Dwhittle.profile=small -Dwhittle.platform=linux/arm/v7");
        assertThat(project.said.lines)
                .contains("  mvn package whittle:link -Dwhittle.profile=small -Dwhittle.platform=linux/arm/v7");
    }

    @Test
    void whereTheBuildLinksByItselfACommandNamesNoGoal() throws Exception {
        MatrixProject project = new MatrixProject(dir).bound();
        JsonNode matrix = project.run();

        assertThat(MatrixProject.values(matrix, "command").get(3))
                .isEqualTo("mvn package -Dwhittle.profile=small -Dwhittle.platform=linux/arm/v7");
        assertFits(project);
    }

    @Test
    void whereItsFirstProfileIsAskedLessThanItsRowsTheCellIsNamed() throws Exception {
        JsonNode matrix = new MatrixProject(
                        dir,
                        MatrixProject.CATALOG.replace("small:", "aaa:").replace("noted: {include", "zzz: {include"))
                .run();
        JsonNode merged = matrix.get("cells").get(0);

        assertThat(merged.get("standsFor").findValuesAsString("name")).containsExactly("aaa", "zzz");
        assertThat(merged.get("checks").get(0).asString()).isEqualTo("noted");
        assertThat(merged.get("command").asString())
                .isEqualTo("mvn package whittle:link -Dwhittle.cell="
                        + merged.get("id").asString() + " -Dwhittle.rows=profiles -Dwhittle.platform=linux/amd64");
    }

    @Test
    void rowsOfAllKindsFitTheSchema() throws Exception {
        MatrixProject project =
                new MatrixProject(dir).rows("profiles", "features", "pairs").platforms("linux/amd64", "windows/amd64");
        JsonNode matrix = project.run();

        assertThat(MatrixProject.values(matrix, "kind")).contains("profile", "feature", "pairs");
        assertThat(matrix.get("notAlone").findValuesAsString("feature")).containsExactly("tray");
        assertThat(matrix.get("pairs").findValuesAsString("percent")).containsExactly("100.0", "100.0");
        assertThat(MatrixProject.values(matrix, "command"))
                .filteredOn(command -> command.contains("whittle.cell"))
                .noneMatch(command -> command.contains("whittle.rows"))
                .isNotEmpty();
        assertThat(project.said.lines)
                .anyMatch(line -> line.startsWith("never in on linux/amd64: tray (why: mvn whittle:explain "))
                .anyMatch(line -> line.matches("linux/amd64: (\\d+) of \\1 pairs of 5 features are met \\(100.0 %\\)"));
        assertFits(project);
    }

    @Test
    void platformsNarrowAndDoNotWiden() throws Exception {
        assertThat(MatrixProject.values(
                        new MatrixProject(dir).platforms("linux/arm64").run(), "folder"))
                .containsExactly("small/linux-arm64");
        assertThat(refused(new MatrixProject(dir).platforms("linux/arm64", "macos/arm64")))
                .contains("whittle.platform is macos/arm64, and none of the profiles is made for it");
    }

    @Test
    void partsAreAllAndNoCellTwice() throws Exception {
        List<String> all = MatrixProject.values(new MatrixProject(dir).run(), "id");
        List<String> parts = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            MatrixProject project = new MatrixProject(dir).shard(number + "/3");
            JsonNode part = project.run();
            parts.addAll(MatrixProject.values(part, "id"));
            assertThat(part.get("shard").get("number").asInt()).isEqualTo(number);
            assertThat(project.said.lines.get(0)).contains("; part " + number + "/3 has ");
            assertFits(project);
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aLimitThatLeavesCellsOutFailsUnlessItIsAccepted() throws Exception {
        MatrixProject refused = new MatrixProject(dir)
                .rows("profiles", "features", "pairs")
                .platforms("linux/amd64")
                .maxRows(3, false);
        assertThat(refused(refused))
                .containsPattern("whittle.maxRows is 3, and the matrix has \\d+ cells: \\d+ are left out")
                .containsPattern("linux/amd64: \\d+ of \\d+ pairs of 5 features are met \\(\\d+\\.\\d %\\), not met: ")
                .contains("-Dwhittle.acceptCoverage");
        assertThat(refused.output).doesNotExist();

        MatrixProject accepted = refused.maxRows(3, true);
        JsonNode matrix = accepted.run();
        assertThat(matrix.get("cells").size()).isEqualTo(3);
        assertThat(matrix.get("leftOut").size()).isPositive();
        assertThat(matrix.get("pairs").get(0).get("percent").asDouble()).isLessThan(100);
        assertThat(accepted.said.warnings).singleElement().asString().contains("are left out");
        assertFits(accepted);
    }

    @Test
    void aLimitThatLeavesNothingOutIsFine() throws Exception {
        assertThat(new MatrixProject(dir).maxRows(5, false).run().get("cells").size())
                .isEqualTo(5);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        assertThat(refused(new MatrixProject(dir)
                        .rows("profile")
                        .platforms("linux/amd65")
                        .profiles("smal")
                        .shard("3/2")
                        .maxRows(0, false)
                        .github("a b")))
                .contains(
                        "whittle.rows is 'profile', which is none: did you mean profiles?",
                        "whittle.platform is 'linux/amd65'",
                        "smal",
                        "whittle.shard is '3/2', which is no part of a whole",
                        "whittle.maxRows is 0",
                        "whittle.matrixOutput is 'a b'");
    }

    @Test
    void aPlanThatIsTheSameMergesWhatTheCatalogueTellsApart() throws Exception {
        Project linked = new Project(dir);
        Files.writeString(linked.catalog, """
                schema: 1
                features:
                  app: {modules: [acme.app]}
                  maybe: {requires: [app], jdkModules: [acme.nowhere?]}
                profiles:
                  a: {include: [app]}
                  b: {include: [maybe]}
                """);
        MatrixRequest.Built built = new MatrixRequest.Built(
                linked.path, JarEdges.UNKNOWN, linked.link("a").jdks(), false);
        MatrixProject project = new MatrixProject(dir, Files.readString(linked.catalog));
        assertThat(MatrixProject.values(project.run(), "hashOf")).containsExactly("resolution", "resolution");

        JsonNode planned = project.built(built).run();

        assertThat(MatrixProject.values(planned, "hashOf")).containsExactly("plan");
        assertThat(planned.get("cells").get(0).get("standsFor").findValuesAsString("name"))
                .containsExactly("a", "b");
        assertFits(project);
    }

    @Test
    void aPlanThatCannotBeMadeIsWarnedOfAndTheOthersAreTold() throws Exception {
        Project linked = new Project(dir);
        String text = Project.CATALOG
                .replace("  full:", "  broken: {include: [gone]}\n  full:")
                .replace("features:\n", "features:\n  gone: {modules: [acme.gone]}\n")
                .replace("include: all", "include: [app, words]");
        MatrixProject project = new MatrixProject(dir, text)
                .built(new MatrixRequest.Built(
                        linked.path, JarEdges.UNKNOWN, linked.link("small").jdks(), false));

        assertThat(MatrixProject.values(project.run(), "hashOf")).containsExactly("resolution", "plan", "plan");
        assertThat(project.said.warnings)
                .singleElement()
                .asString()
                .startsWith("No image can be linked of broken for ")
                .contains("acme.gone");
    }

    private static String refused(MatrixProject project) {
        return catchThrowableOfType(GoalException.class, project::run).getMessage();
    }

    private static void assertFits(MatrixProject project) throws Exception {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(project.document(), InputFormat.JSON))
                .isEmpty();
    }
}
