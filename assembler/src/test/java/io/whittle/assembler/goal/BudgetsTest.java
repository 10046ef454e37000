package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.fresh.ContentHash;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Images that take more than their profiles allow. */
@EnabledOnOs(OS.LINUX)
class BudgetsTest {
    private static final Path SCHEMA = Path.of("..", "docs", "budgets.schema.json");

    private static final String CATALOG = """
            schema: 1
            features:
              app: {modules: [acme.app], checks: [runs]}
              words: {modules: [acme.words]}
              logs: {requires: [words], modules: [acme.logs]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main}}}
            profiles:
              full: {include: all, budgets: {BUDGETS}}
            checks: {runs: {run: [app]}, too: {run: [app]}}
            """;

    @TempDir
    private Path dir;

    private Project project;

    /** One story of one image. */
    @Test
    void eachIsHeldByTheGoalThatKnowsItAndFailsWithWhatWouldGiveMostBack() throws Exception {
        project = new Project(
                dir,
                CATALOG,
                List.of(
                        module("acme.app")
                                .main("acme.app.Main", "System.out.println(1);")
                                .jar(dir),
                        module("acme.words").pkg("acme.words").jar(dir),
                        module("acme.logs")
                                .requires("java.logging")
                                .pkg("acme.logs")
                                .jar(dir)));

        budgets("image: 1 MiB");
        assertThat(failure(() -> LinkGoal.run(project.link("full"), new Said())))
                .startsWith("The image of full for " + Project.host() + " takes ")
                .contains("more than its budget: image: 1 MiB (", "feature-tags.yaml:8:41).")
                .containsSubsequence(
                        "Leaving out one of these gives most back:",
                        "    words: ",
                        ", and with it goes logs",
                        "    logs: ",
                        "    app: ");
        assertThat(project.image("full").resolve("lib/modules")).exists();
        assertThat(said()).containsExactly("image exceeded 3");

        budgets("image: 1 GiB, archive: 1 kB");
        Said linked = new Said();
        LinkGoal.run(project.link("full"), linked);
        assertThat(linked.lines).anyMatch(line -> line.matches(" *budget of full for .*: image .* MiB of 1 GiB"));
        assertThat(failure(() -> PackGoal.run(
                        new PackRequest(project.link("full"), "acme", "1", List.of("tar.gz")), new Said())))
                .contains("to transfer", "archive: 1 kB");
        assertThat(said()).containsExactly("image kept 0", "archive exceeded 3");

        budgets("image: 1 MiB, archive: 1 kB");
        assertThat(failure(() -> PackGoal.run(
                        new PackRequest(project.link("full"), "acme", "1", List.of("tar.gz")), new Said())))
                .contains("image: 1 MiB", "archive: 1 kB");

        budgets("image: 1 GiB, archive: 1 GiB, memory: 1 MiB, start: 1 ms");
        assertThat(failure(() -> CheckGoal.run(
                        new ImageCheckRequest(project.link("full"), List.of(), List.of(), 1), new Said())))
                .contains(
                        "of memory", "memory: 1 MiB", "to start", "start: 1 ms", "link and check a profile without it");
        assertThat(said())
                .as("the limit of archive is another one")
                .containsExactly("image kept 0", "memory exceeded 0", "start exceeded 0");

        budgets("image: 1 GiB, memory: 1 GiB, start: 1 ms");
        CheckGoal.run(new ImageCheckRequest(project.link("full"), List.of("too"), List.of(), 1), new Said());
        assertThat(said())
                .as("a part of the checks tells nothing of the image")
                .containsExactly("image kept 0", "start exceeded 0");

        CostGoal.run(new CostRequest(project.link("full"), List.of(), Optional.empty(), false), new Said());
        for (String document : List.of("budgets.json", "cost.json", "pack.json", "checks.json")) {
            Path file = project.image("full").resolveSibling(document);
            assertThat(JsonMapper.shared()
                            .readTree(Files.readAllBytes(file))
                            .path("plan")
                            .asString(""))
                    .as(document)
                    .isEqualTo(ContentHash.of(project.image("full").resolveSibling("plan.json")));
        }

        budgets("");
        LinkGoal.run(project.link("full"), new Said());
        assertThat(file()).doesNotExist();
    }

    private void budgets(String text) throws IOException {
        Files.writeString(project.catalog, CATALOG.replace("BUDGETS", text));
    }

    private static String failure(ThrowingCallable goal) {
        return String.join("\n", catchThrowableOfType(GoalException.class, goal).faults());
    }

    private Path file() {
        return project.image("full").resolveSibling("budgets.json");
    }

    private List<String> said() throws IOException {
        String text = Files.readString(file());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(text, InputFormat.JSON))
                .isEmpty();
        JsonNode document = JsonMapper.shared().readTree(text);
        return document.at("/budgets")
                .valueStream()
                .map(budget -> budget.at("/budget").asString() + " "
                        + budget.at("/state").asString() + " "
                        + budget.at("/contributors").size())
                .toList();
    }
}
