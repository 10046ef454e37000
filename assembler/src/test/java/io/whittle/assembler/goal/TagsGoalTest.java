package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Resolutions for builds that are not Java, as files. */
class TagsGoalTest {
    private static final String CATALOG = """
            schema: 1
            tags: {omitted: 'no_{name}', included: 'with_{name}'}
            features:
              exit-node: {requires: [peer-api]}
              peer-api: {}
              router: {platforms: linux}
              shell: {tag: included}
            profiles:
              small: {include: [exit-node, shell, {feature: router, when: linux}]}
              none: {include: []}
            """;

    @TempDir
    private Path dir;

    private Path catalog;
    private Path output;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        catalog = Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
        output = dir.resolve("target/whittle");
    }

    @Test
    void eachProfileHasItsTagsAndTheirDocument() throws Exception {
        run("closure", "small,none", "linux/amd64");

        assertThat(output.resolve("small/tags.txt")).hasContent("with_shell");
        assertThat(output.resolve("none/tags.txt")).hasContent("no_exit_node,no_peer_api,no_router");
        assertThat(output.resolve("small/tags.json")).content().contains("\"strategy\" : \"closure\"");
        assertThat(said.lines)
                .contains(
                        "small on linux/amd64: features in: 4, out: 0; tags: 1",
                        "written to " + output.resolve("small/tags.txt"));
    }

    @Test
    void whereOneProfilesTagsCannotBeWrittenNobodysAre() throws Exception {
        Files.createDirectories(output.resolve("small/tags.txt/full"));

        assertThatThrownBy(() -> run("closure", "small,none", "linux/amd64")).isInstanceOf(IOException.class);

        assertThat(output.resolve("none")).isEmptyDirectory();
        try (Stream<Path> left = Files.list(output.resolve("small"))) {
            assertThat(left).containsExactly(output.resolve("small/tags.txt"));
        }
        assertThat(said.lines).noneSatisfy(line -> assertThat(line).startsWith("written to "));
    }

    @Test
    void platformsThatDifferHaveALineEach() throws Exception {
        run("closure", "small", "linux/amd64,macos/arm64");

        assertThat(output.resolve("small/tags.txt"))
                .hasContent("linux/amd64: with_shell\nmacos/arm64: no_router,with_shell");
    }

    @Test
    void anAllowlistIsWhatAPlainListWouldBe() throws Exception {
        run("allowlist", "small", "linux/amd64");

        assertThat(output.resolve("small/tags.txt")).hasContent("no_peer_api,with_shell");
        assertThat(output.resolve("small/tags.json")).content().contains("\"strategy\" : \"allowlist\"");
    }

    @Test
    void aTemplateIsFilledInForEachProfileAndPlatform() throws Exception {
        Path template = template("defines.h.ftl", "<#list features as f>${f.symbol}=${f.in?c};</#list>");
        run("closure", "small", "linux/amd64,macos/arm64", Optional.of(template), Optional.empty());

        assertThat(output.resolve("small/linux-amd64/defines.h"))
                .hasContent("exit_node=true;peer_api=true;router=true;shell=true;");
        assertThat(output.resolve("small/macos-arm64/defines.h")).content().contains("router=false");
        assertThat(output.resolve("small/tags.txt")).doesNotExist();
    }

    @Test
    void aTemplateGoesToTheFileThatIsNamed() throws Exception {
        Path to = dir.resolve("src/defines.h");
        run(
                "closure",
                "small",
                "linux/amd64,linux/arm64",
                Optional.of(template("t.ftl", "${profile}")),
                Optional.of(to));

        assertThat(to).hasContent("small");
        assertThat(output).doesNotExist();
    }

    @Test
    void twoTextsForOneFileAreRefusedAndNothingIsWritten() throws Exception {
        Path to = dir.resolve("defines.h");

        assertThat(refused("closure", "small,none", Optional.of(template("t.ftl", "${profile}")), Optional.of(to)))
                .contains("Profiles and platforms differ in what would be " + to, "leave out whittle.templateOutput");
        assertThat(to).doesNotExist();
    }

    @Test
    void aTemplateThatFailsWritesNothing() throws Exception {
        Path template = template("t.ftl", "<#if profile == 'none'>${nothing}</#if>");

        assertThat(refused("closure", "small,none", Optional.of(template), Optional.empty()))
                .startsWith(template + ":1:26: error: there is no 'nothing'");
        assertThat(output).doesNotExist();
    }

    @Test
    void theTemplateIsNotWrittenOver() throws Exception {
        Path template = template("t.ftl", "x");

        assertThat(refused("closure", "small", Optional.of(template), Optional.of(template)))
                .contains("would be written over");
        assertThat(refused("closure", "small", Optional.of(template), Optional.of(catalog)))
                .contains("would be written over");
        assertThat(catalog).hasContent(CATALOG);
    }

    @Test
    void aTemplateThatIsNotThereIsTold() {
        assertThat(refused("closure", "small", Optional.of(dir.resolve("no.ftl")), Optional.empty()))
                .contains("whittle.template is " + dir.resolve("no.ftl") + ", and there is no such file");
    }

    @Test
    void aCatalogueWithoutTagsIsToldWhatToWrite() throws Exception {
        Files.writeString(catalog, CATALOG.replaceFirst("tags: .*\n", ""));

        assertThat(refused("closure", "small", Optional.empty(), Optional.empty()))
                .contains("does not say how features are spelled as tags", "omitted: ts_omit_{name}");
        assertThat(output).doesNotExist();
    }

    @Test
    void aStrategyThatIsNoneIsTold() {
        assertThat(refused("naive", "small", Optional.empty(), Optional.empty()))
                .contains("whittle.strategy is 'naive'", "allowlist");
    }

    private Path template(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private String refused(String strategy, String profiles, Optional<Path> template, Optional<Path> to) {
        return catchThrowableOfType(GoalException.class, () -> run(strategy, profiles, "linux/amd64", template, to))
                .getMessage();
    }

    private void run(String strategy, String profiles, String platforms) throws Exception {
        run(strategy, profiles, platforms, Optional.empty(), Optional.empty());
    }

    private void run(String strategy, String profiles, String platforms, Optional<Path> template, Optional<Path> to)
            throws Exception {
        TagsGoal.run(
                new TagsRequest(
                        catalog,
                        List.of(profiles.split(",")),
                        List.of(platforms.split(",")),
                        output,
                        strategy,
                        template,
                        to),
                said);
    }
}
