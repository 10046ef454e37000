package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Catalogues for other tools, as files. */
class ExportGoalTest {
    @TempDir
    private Path dir;

    private Project project;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
    }

    @Test
    void theCatalogueIsDrawnWithoutAProfile() throws Exception {
        ExportGoal.run(request("dot"), said);

        Path file = project.output.resolve("catalog.dot");
        assertThat(file).content().startsWith("digraph ").contains("\"feature words\" [label=\"words\"];");
        assertThat(said.lines).contains("written to " + file);
    }

    @Test
    void eachProfileOnEachPlatformIsAPictureOfItsOwn() throws Exception {
        ExportGoal.run(request("dot", "all"), said);

        assertThat(project.output.resolve("small/linux-amd64/graph.dot"))
                .content()
                .contains("small on linux/amd64", "\"feature words\" [label=\"words\", style=\"rounded\", color=");
        assertThat(project.output.resolve("full/netbsd-amd64/graph.dot")).exists();
        assertThat(project.output.resolve("catalog.dot")).doesNotExist();
    }

    @Test
    void theDocumentIsOfTheWholeCatalogueWhateverTheProfile() throws Exception {
        ExportGoal.run(request("json", "small"), said);

        assertThat(project.output.resolve("catalog.json")).content().contains("\"feature\" : \"words\"");
        assertThat(project.output).isDirectoryNotContaining(file -> file.endsWith("small"));
    }

    @Test
    void aFormatThatIsNoneIsTold() {
        GoalException refused = catchThrowableOfType(GoalException.class, () -> ExportGoal.run(request("svg"), said));

        assertThat(refused).hasMessageContaining("whittle.format is 'svg'").hasMessageContaining("dot");
        assertThat(project.output).doesNotExist();
    }

    @Test
    void aProfileThatIsNoneIsTold() {
        assertThat(catchThrowableOfType(GoalException.class, () -> ExportGoal.run(request("dot", "smal"), said)))
                .hasMessageContaining("did you mean small?");
    }

    private ExportRequest request(String format, String... profiles) {
        return new ExportRequest(
                project.catalog, format, List.of(profiles), List.of("linux/amd64", "netbsd/amd64"), project.output);
    }
}
