package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What docs/ci has for services: each file is one that the service takes, and its jobs are the cells of matrix.json. */
class CiTemplatesTest {
    @TempDir
    private Path dir;

    private JsonNode matrix;

    @Test
    void theWorkflowOfGithubTakesTheOutputOfItsFirstJob() throws Exception {
        JsonNode jobs = CiService.GITHUB.file("github.yml").get("jobs");
        String output = "${{ fromJSON(needs.matrix.outputs.matrix) }}";
        assertThat(jobs.at("/image/strategy/matrix").asString()).isEqualTo(output);
        assertThat(jobs.at("/matrix/outputs/matrix").asString()).isEqualTo("${{ steps.cells.outputs.matrix }}");
        assertThat(jobs.at("/matrix/steps").findValuesAsString("id")).containsExactly("cells");

        MatrixProject project = everything().github("matrix");
        matrix = project.run();

        assertThat(project.outputs())
                .startsWith("matrix={\"include\":[{")
                .hasLineCount(1)
                .endsWith("}]}\n");
        JsonNode cells = JsonMapper.shared().readTree(project.outputs().substring("matrix=".length()));
        assertAreTheCells(cells.get("include"), "id", "name", "platform", "arguments");
        assertThat(CiService.values(cells.get("include"), "folder")).isEqualTo(MatrixProject.values(matrix, "folder"));
        // As GitHub would put it in.
        ObjectNode filled = (ObjectNode) jobs.at("/image/strategy");
        filled.set("matrix", cells);
        ObjectNode workflow = (ObjectNode) CiService.GITHUB.file("github.yml");
        workflow.set("jobs", jobs);
        assertThat(CiService.GITHUB.takes(workflow)).isTrue();
    }

    @Test
    void theLastJobReportsOnWhatAllOthersPassedOn() throws Exception {
        JsonNode jobs = CiService.GITHUB.file("github.yml").get("jobs");
        JsonNode report = jobs.get("report");
        assertThat(report.get("needs").valueStream().map(JsonNode::asString))
                .containsExactly("matrix", "audit", "image");
        assertThat(report.get("if").asString()).contains("always()");
        String folder = report.at("/steps/2/with/path").asString();
        assertThat(report.at("/steps/3/run").asString()).endsWith(" whittle:report -Dwhittle.results=" + folder);
        String pattern = report.at("/steps/2/with/pattern").asString().replace("*", "");
        assertThat(jobs.valueStream()
                        .flatMap(job -> job.get("steps").valueStream())
                        .filter(step -> step.path("uses").asString("").startsWith("actions/upload-artifact"))
                        .map(step -> step.at("/with/name").asString()))
                .filteredOn(name -> name.startsWith(pattern))
                .hasSize(3);

        JsonNode gitlab = CiService.GITLAB.taken(filled(everything(), "gitlab-cells.yml.ftl"));
        assertThat(gitlab.at("/report/script/0").asString())
                .endsWith(" -Dwhittle.results=. -Dwhittle.rows=profiles,features,pairs");
        JsonNode part = CiService.GITLAB.taken(filled(everything().shard("1/2"), "gitlab-cells.yml.ftl"));
        assertThat(part.propertyNames()).containsExactly("images-1");
    }

    @Test
    void outputsOfTheSameStepStay() throws Exception {
        Files.writeString(dir.resolve("outputs.txt"), "other=1\n");
        MatrixProject project = everything().github("cells");
        project.run();
        assertThat(project.outputs()).startsWith("other=1\ncells={").hasLineCount(2);
    }

    @Test
    void anOutputBeforeThatLacksTheEndOfItsLineStaysWhole() throws Exception {
        Files.writeString(dir.resolve("outputs.txt"), "other=1");
        MatrixProject project = everything().github("cells");
        project.run();
        assertThat(project.outputs()).startsWith("other=1\ncells={").hasLineCount(2);
    }

    @Test
    void moreThanGithubTakesIsToldBefore() throws Exception {
        MatrixProject project = new MatrixProject(dir, MatrixProject.large(257)).github("matrix");

        assertThat(catchThrowableOfType(GoalException.class, project::run).getMessage())
                .contains("The matrix has 257 cells, and a job of GitHub Actions at most 256", "-Dwhittle.shard=1/2");
        assertThat(dir.resolve("outputs.txt")).doesNotExist();
        assertThat(project.output).doesNotExist();

        project.shard("1/2").run();
        assertThat(project.outputs()).hasLineCount(1);
    }

    @Test
    void theChildPipelineOfGitlabHasAJobForEachCell() throws Exception {
        assertThat(CiService.GITLAB
                        .file("gitlab.yml")
                        .at("/images/trigger/include/0/artifact")
                        .asString())
                .isEqualTo("cells.yml");

        JsonNode pipeline = CiService.GITLAB.taken(filled(everything(), "gitlab-cells.yml.ftl"));

        assertAreTheCells(pipeline.at("/images-1/parallel/matrix"), "CELL", "NAME", "PLATFORM", "ARGUMENTS");
    }

    @Test
    void moreThanGitlabTakesAreSeveralMatrices() throws Exception {
        JsonNode pipeline = CiService.GITLAB.taken(
                filled(new MatrixProject(dir, MatrixProject.large(401)), "gitlab-cells.yml.ftl"));

        assertThat(pipeline.propertyNames()).containsExactly("images-1", "images-2", "images-3", "audit", "report");
        assertThat(pipeline.valueStream()
                        .limit(3)
                        .map(job -> job.at("/parallel/matrix").size()))
                .containsExactly(200, 200, 1);
    }

    @Test
    void aPartWithoutCellsIsStillAPipelineOfGitlab() throws Exception {
        JsonNode pipeline = CiService.GITLAB.taken(filled(everything().shard("99/99"), "gitlab-cells.yml.ftl"));

        assertThat(pipeline.propertyNames()).containsExactly("nothing");
    }

    @Test
    void theWorkflowOfWoodpeckerHasARunForEachCell() throws Exception {
        JsonNode workflow = CiService.WOODPECKER.taken(filled(everything(), "woodpecker.yml.ftl"));

        assertAreTheCells(workflow.at("/matrix/include"), "CELL", "NAME", "PLATFORM", "ARGUMENTS");
        assertThat(workflow.at("/steps/0/commands/0").asString()).endsWith(" ${ARGUMENTS}");
        assertThat(workflow.at("/labels/platform").asString()).isEqualTo("${PLATFORM}");
    }

    @Test
    void thePipelineOfAzureHasAJobForEachCell() throws Exception {
        JsonNode pipeline = CiService.AZURE.taken(filled(everything(), "azure.yml.ftl"));

        assertAreTheCells(pipeline.at("/jobs/0/strategy/matrix"), "cell", "cellName", "platform", "arguments");
        assertThat(pipeline.at("/jobs/0/strategy/matrix").propertyNames())
                .allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]{0,99}"));
    }

    @Test
    void moreThanAzureTakesAreSeveralMatrices() throws Exception {
        JsonNode pipeline =
                CiService.AZURE.taken(filled(new MatrixProject(dir, MatrixProject.large(257)), "azure.yml.ftl"));

        assertThat(CiService.values(pipeline.get("jobs"), "job"))
                .containsExactly("images_1", "images_2", "audit", "report");
        assertThat(pipeline.at("/jobs/3/dependsOn").valueStream().map(JsonNode::asString))
                .containsExactly("audit", "images_1", "images_2");
    }

    @Test
    void aTemplateThatTakesNoEmptyMatrixSaysSo() throws Exception {
        for (String template : List.of("azure.yml.ftl", "woodpecker.yml.ftl")) {
            MatrixProject project = everything().shard("99/99");
            GoalException refused = catchThrowableOfType(GoalException.class, () -> filled(project, template));
            assertThat(refused.getMessage()).contains(template).contains("the matrix has no cells");
            assertThat(project.output).doesNotExist();
        }
    }

    @Test
    void theSchemasRefuseWhatServicesRefuse() throws Exception {
        assertThat(CiService.GITHUB.takes(CiService.tree("on: push\njobs: {a: {steps: []}}")))
                .isFalse();
        assertThat(CiService.GITLAB.takes(CiService.tree("a: {script: x, parallel: {matrix: [[x]]}}")))
                .isFalse();
        assertThat(CiService.WOODPECKER.takes(CiService.tree("matrix: {include: []}")))
                .isFalse();
        assertThat(CiService.AZURE.takes(CiService.tree("jobs: [{job: a, strategy: {matrix: [x]}}]")))
                .isFalse();
    }

    @Test
    void aTemplateOfOnesOwnIsHandedTheCells() throws Exception {
        Path template = Files.writeString(dir.resolve("own.txt.ftl"), """
                ${catalog} ${rows?join(",")}<#if shard??> ${shard.number} of ${shard.of}</#if>
                <#list cells as c>${c.name} ${c.kind} ${c.platform.arch} ${c.standsFor?join("+")} ${c.cost} ${c.symbol}
                </#list>""");
        MatrixProject project =
                new MatrixProject(dir).platforms("linux/amd64").template(template, dir.resolve("own.txt"));
        project.run();

        assertThat(dir.resolve("own.txt")).hasContent("""
                acme profiles
                large profile amd64 large 4 large_linux_amd64
                noted profile amd64 noted+small 2 noted_linux_amd64
                """);
        Files.writeString(template, "${cell}");
        assertThat(catchThrowableOfType(GoalException.class, project::run).getMessage())
                .startsWith(template
                        + ":1:3: error: there is no 'cell'; a template of a matrix is handed catalog, rows, cells");
        assertThat(catchThrowableOfType(
                                GoalException.class,
                                () -> project.template(template, project.catalog)
                                        .run())
                        .getMessage())
                .contains("would be written over");
    }

    private MatrixProject everything() throws Exception {
        return new MatrixProject(dir).rows("profiles", "features", "pairs").platforms("linux/amd64", "linux/arm64");
    }

    private String filled(MatrixProject project, String template) throws Exception {
        Path to = dir.resolve("filled.yml");
        matrix = project.template(CiService.DOCS.resolve(template), to).run();
        return Files.readString(to);
    }

    private void assertAreTheCells(JsonNode jobs, String id, String name, String platform, String arguments) {
        assertThat(CiService.values(jobs, id))
                .isEqualTo(MatrixProject.values(matrix, "id"))
                .isNotEmpty();
        assertThat(CiService.values(jobs, name)).isEqualTo(MatrixProject.values(matrix, "name"));
        assertThat(CiService.values(jobs, platform)).isEqualTo(MatrixProject.values(matrix, "platform"));
        assertThat(CiService.values(jobs, arguments))
                .isEqualTo(MatrixProject.values(matrix, "command").stream()
                        .map(command -> command.replace("mvn package whittle:link ", ""))
                        .toList());
    }
}
