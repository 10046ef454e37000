package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Cells of a matrix, each linked alone as its command says. */
@DisabledOnOs(OS.WINDOWS)
class CellLinkTest {
    private static final String CATALOG = """
            schema: 1
            features:
              app: {modules: [acme.app]}
              words: {modules: [acme.words]}
              note: {requires: [app], checks: [starts]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main}}}
            profiles:
              noted: {include: [note]}
              bare: {include: [app]}
            checks:
              starts: {run: [app], expect: {stdout: '^1$'}}
            """;

    @TempDir
    private Path dir;

    private Project project;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
        Files.writeString(project.catalog, CATALOG);
    }

    @Test
    void aFeatureAloneIsLinkedByItsIdInAFolderOfItsName() throws Exception {
        JsonNode cell = cell("feature-words", Optional.empty());
        assertThat(cell.get("command").asString())
                .contains("-Dwhittle.cell=" + cell.get("id").asString());

        link(cell.get("id").asString());

        assertThat(mark().get("resolution")).isEqualTo(cell.get("id"));
        assertThat(project.image("feature-words").resolve("lib/modules")).exists();
        assertThat(project.image("feature-words").resolve("../plan.json").normalize())
                .content()
                .contains("\"profile\" : \"feature-words\"", "\"name\" : \"acme.words\"")
                .doesNotContain("\"name\" : \"acme.app\"");
        link(cell.get("id").asString());
        assertThat(said.lines).anyMatch(line -> line.startsWith("unchanged: feature-words for "));
    }

    @Test
    void anIdOfAPlanIsFoundToo() throws Exception {
        LinkRequest request = project.link();
        MatrixRequest.Built built = new MatrixRequest.Built(request.path(), JarEdges.UNKNOWN, request.jdks(), false);
        JsonNode cell = cell("feature-words", Optional.of(built));
        assertThat(cell.get("hashOf").asString()).isEqualTo("plan");

        link(cell.get("id").asString());

        assertThat(project.image("feature-words")).exists();
        assertThat(mark().get("plan")).isEqualTo(cell.get("id"));
    }

    @Test
    void aCellIsFoundByItsNameAndByThoseItStandsFor() throws Exception {
        link("feature-app");

        assertThat(linked()).containsExactly("bare");
    }

    @Test
    void anIdThatIsNoneIsToldWithTheNearest() throws Exception {
        String id = cell("feature-words", Optional.empty()).get("id").asString();
        String wrong = (id.startsWith("0") ? "1" : "0") + id.substring(1);

        assertThat(catchThrowableOfType(GoalException.class, () -> link(wrong)).getMessage())
                .contains(
                        "whittle.cell is '" + wrong + "', and of the ",
                        "did you mean " + id + "?",
                        "if the catalogue or a dependency has changed",
                        "mvn whittle:matrix -Dwhittle.rows=profiles,features,pairs -Dwhittle.platform="
                                + Project.host());
        assertThat(linked()).isEmpty();
    }

    @Test
    void partsLinkEveryCellOnce() throws Exception {
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Project part = new Project(Files.createDirectory(dir.resolve("part-" + number)));
            Files.writeString(part.catalog, CATALOG);
            LinkGoal.run(LinkRequests.ofCells(part.link(), shard(number + "/2")), said);
            try (Stream<Path> folders = Files.list(part.output)) {
                folders.filter(Files::isDirectory)
                        .forEach(folder -> all.add(folder.getFileName().toString()));
            }
        }

        assertThat(all).containsExactlyInAnyOrder("bare", "feature-words");
        assertThat(said.lines)
                .contains("part 1/2 of the matrix has 1 of 2 images", "part 2/2 of the matrix has 1 of 2 images");
    }

    @Test
    void rowsAloneAreTheWholeMatrixWhoseImagesAreLinkedAndAskedSideBySide() throws Exception {
        CellChoice whole =
                new CellChoice(Optional.empty(), Optional.empty(), shard("1/1").scope());
        Linking two = new Linking(2, Optional.empty());

        CheckGoal.run(checks(LinkRequests.done(LinkRequests.ofCells(project.link(), whole), two)), said);

        assertThat(linked()).containsExactly("bare", "feature-words");
        assertThat(said.warnings).isEmpty();
        assertThat(said.lines).contains("the matrix has 2 images", "image 2 of 2 done", "check of image 2 of 2 done");
        assertThat(said.lines.stream().filter(line -> line.startsWith("checking the image of ")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("checking the image of bare for "),
                        second -> assertThat(second).startsWith("checking the image of feature-words for "));
    }

    @Test
    void aPartWithoutCellsLinksNothing() throws Exception {
        LinkGoal.run(LinkRequests.ofCells(project.link(), shard("3/3")), said);

        assertThat(linked()).isEmpty();
        assertThat(said.lines).contains("part 3/3 of the matrix has 0 of 2 images");
    }

    @Test
    void ofAMergedCellEveryCheckOfItsProfilesIsAsked() throws Exception {
        CheckGoal.run(checks(LinkRequests.ofCells(project.link(), one("bare"))), said);
        assertThat(linked()).containsExactly("bare");
        assertThat(said.lines).anyMatch(line -> line.contains("starts: passed"));

        Said alone = new Said();
        CheckGoal.run(checks(project.link("bare")), alone);
        assertThat(alone.lines).noneMatch(line -> line.contains("starts: passed"));
    }

    @Test
    void whatIsAcceptedIsHeldAgainstProfilesAndNotAgainstOtherRows() throws Exception {
        LockGoal.run(project.link("noted"), said);
        link("feature-words");
        assertThat(linked()).contains("feature-words");

        assertThat(catchThrowableOfType(GoalException.class, () -> link("bare")).getMessage())
                .contains("whittle.lock", "not accepted yet");
    }

    @Test
    void aCellAndAPartAreNotAskedForTogether() {
        CellChoice both = new CellChoice(Optional.of("bare"), Optional.of("1/2"), scope());

        assertThat(catchThrowableOfType(
                                GoalException.class,
                                () -> LinkGoal.run(LinkRequests.ofCells(project.link(), both), said))
                        .getMessage())
                .contains("whittle.cell and whittle.shard are both given");
    }

    private JsonNode cell(String name, Optional<MatrixRequest.Built> built) throws Exception {
        Path folder = Files.createTempDirectory(dir, "matrix");
        MatrixProject matrix = new MatrixProject(folder, CATALOG)
                .rows("profiles", "features", "pairs")
                .platforms(Project.host());
        built.ifPresent(matrix::built);
        return matrix.run()
                .get("cells")
                .valueStream()
                .filter(cell -> cell.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void link(String cell) throws Exception {
        LinkGoal.run(LinkRequests.ofCells(project.link(), one(cell)), said);
    }

    private static CellChoice one(String cell) {
        return new CellChoice(Optional.of(cell), Optional.empty(), scope());
    }

    private static CellChoice shard(String part) {
        return new CellChoice(
                Optional.empty(),
                Optional.of(part),
                new MatrixScope(
                        List.of(),
                        List.of(Project.host()),
                        List.of("profiles", "features"),
                        OptionalInt.empty(),
                        false));
    }

    private static MatrixScope scope() {
        return new MatrixScope(List.of(), List.of(Project.host()), List.of(), OptionalInt.empty(), false);
    }

    private static ImageCheckRequest checks(LinkRequest link) {
        return new ImageCheckRequest(link, List.of(), List.of(), 2);
    }

    private TreeSet<String> linked() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (Files.isDirectory(project.output)) {
            try (Stream<Path> folders = Files.list(project.output)) {
                folders.filter(folder -> Files.exists(
                                folder.resolve(Platform.host().folder()).resolve("image")))
                        .forEach(folder -> names.add(folder.getFileName().toString()));
            }
        }
        return names;
    }

    /** By which whoever collects images knows it. */
    private JsonNode mark() throws IOException {
        String document = Files.readString(project.image("feature-words").resolveSibling("cell.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/cell.schema.json")), InputFormat.JSON)
                        .validate(document, InputFormat.JSON))
                .isEmpty();
        return JsonMapper.shared().readTree(document);
    }
}
