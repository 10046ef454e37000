package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Hand-written lists of tags, from files and from the command line. */
class LintTagsGoalTest {
    private static final String CATALOG = """
            schema: 1
            tags: {omitted: 'no_{name}'}
            features:
              exit-node: {requires: [peer-api]}
              peer-api: {}
              shell: {}
            profiles:
              small: {include: [exit-node]}
              shells: {include: [exit-node, shell]}
            """;

    @TempDir
    private Path dir;

    private Path output;
    private Path tags;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
        output = dir.resolve("target/whittle");
        tags = Files.writeString(dir.resolve("router.tags"), "no_shell,\nno_peer_api # small\n");
    }

    @Test
    void errorsFailTheGoalAfterAllOfThemWereTold() {
        assertThat(refused(Optional.of(tags), Optional.empty(), List.of()))
                .startsWith(tags + " does not build what it says; errors: 1, each told above.")
                .contains("-Dwhittle.failOnFindings=false");
        assertThat(said.warnings)
                .singleElement()
                .asString()
                .startsWith(tags + ":2:1: error: exit-node requires peer-api (feature-tags.yaml:4:26)")
                .endsWith("\n    no_peer_api # small\n    ^");
        assertThat(said.lines)
                .contains("to keep what the kept features require: remove no_peer_api")
                .anyMatch(line -> line.startsWith(tags + " on linux/amd64: tags: 2, features kept: 1; errors: 1"));
        assertThat(output.resolve("lint-tags.json")).content().contains("\"kind\" : \"broken-requirement\"");
    }

    @Test
    void whoAsksForItIsToldAndPasses() throws Exception {
        run(Optional.of(tags), Optional.empty(), List.of(), false);

        assertThat(said.warnings).hasSize(1);
    }

    @Test
    void aListMayStandOnTheCommandLine() throws Exception {
        run(Optional.empty(), Optional.of("no_shell"), List.of(), true);

        assertThat(said.warnings).isEmpty();
        assertThat(output.resolve("lint-tags.json")).content().contains("\"file\" : \"whittle.tagList\"");
    }

    @Test
    void againstProfilesEachHasADocumentOfItsOwn() throws Exception {
        run(Optional.empty(), Optional.of("no_shell"), List.of("all"), false);

        assertThat(output.resolve("small/lint-tags.json")).content().contains("\"errors\" : 0");
        assertThat(output.resolve("shells/lint-tags.json")).content().contains("\"kind\" : \"left-out\"");
        assertThat(said.warnings)
                .singleElement()
                .asString()
                .startsWith(
                        "whittle.tagList:1:1: error: shells brings shell, and the list leaves it out; remove no_shell");
    }

    @Test
    void onePlaceForTheListIsWantedAndNotTwo() {
        assertThat(refused(Optional.empty(), Optional.empty(), List.of()))
                .contains("No list of tags is named.", "-Dwhittle.tags=<file>");
        assertThat(refused(Optional.of(tags), Optional.of("no_shell"), List.of()))
                .contains("Two lists of tags are named.");
    }

    @Test
    void aListThatIsNotThereOrNoTextIsTold() throws IOException {
        assertThat(refused(Optional.of(dir.resolve("no.tags")), Optional.empty(), List.of()))
                .contains("whittle.tags is " + dir.resolve("no.tags") + ", and there is no such file");
        Files.write(tags, "no_shell,\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(Optional.of(tags), Optional.empty(), List.of())).contains(tags + " is not UTF-8");
        assertThat(output).doesNotExist();
    }

    @Test
    void aPlatformThatIsNoneIsTold() {
        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> LintTagsGoal.run(
                        new LintTagsRequest(
                                dir.resolve("feature-tags.yaml"),
                                Optional.of(tags),
                                Optional.empty(),
                                List.of(),
                                List.of("linx/amd64"),
                                output,
                                true),
                        said));

        assertThat(refused).hasMessageContaining("whittle.platform is 'linx/amd64'");
    }

    private String refused(Optional<Path> file, Optional<String> list, List<String> profiles) {
        return catchThrowableOfType(GoalException.class, () -> run(file, list, profiles, true))
                .getMessage();
    }

    private void run(Optional<Path> file, Optional<String> list, List<String> profiles, boolean fail) throws Exception {
        LintTagsGoal.run(
                new LintTagsRequest(
                        dir.resolve("feature-tags.yaml"), file, list, profiles, List.of("linux/amd64"), output, fail),
                said);
    }
}
