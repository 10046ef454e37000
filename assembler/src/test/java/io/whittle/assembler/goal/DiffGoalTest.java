package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.diff.DiffMarkdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Two states held against each other, from files to files. */
class DiffGoalTest {
    private static final String FORMER = """
            schema: 1
            features:
              dns: {}
              logs: {modules: [acme.logs]}
              netstack: {}
              shell: {}
            profiles:
              small: {include: [dns, logs], platforms: [linux/amd64, linux/arm64], budgets: {image: 40 MiB}}
              old: {include: [], platforms: [linux/amd64]}
            """;
    private static final String LATER = """
            schema: 1
            features:
              dns: {requires: [{feature: netstack, when: linux}]}
              logs: {modules: [acme.logs, acme.rotate]}
              netstack: {}
              ssh: {}
            profiles:
              small:
                include: [dns]
                exclude: {logs: '`wears` <out> | the flash'}
                platforms: [linux/amd64, linux/arm64]
                budgets: {image: 38 MiB}
              odd: {include: [ssh], platforms: [linux/amd64]}
            """;

    @TempDir
    private Path dir;

    private Path own;
    private Path output;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        own = Files.writeString(dir.resolve("feature-tags.yaml"), LATER);
        output = dir.resolve("target/whittle");
    }

    @Test
    void aFormerCatalogueIsComparedWithTheProjectsOwn() throws Exception {
        diff(former());

        assertThat(lines())
                .contains(
                        "+ feature dns: requires netstack when linux",
                        "+ feature logs: module acme.rotate",
                        "- feature shell",
                        "+ feature ssh",
                        "- profile small: includes logs",
                        "+ profile odd: includes ssh; platform linux/amd64",
                        "small on linux/amd64 and linux/arm64: in: netstack; out: logs",
                        "+ netstack: required by dns (was out: not asked for)",
                        "- logs: excluded by small (`wears` <out> | the flash) (was in: asked for by small)",
                        "! budget image: 40.0 MiB -> 38.0 MiB",
                        "odd on linux/amd64: new",
                        "old on linux/amd64: gone");
    }

    @Test
    void theDocumentIsAsItsSchemaSays() throws Exception {
        diff(former());
        diffIsValid();
        assertThat(output.resolve("diff.json"))
                .content()
                .contains("\"same\" : false", "\"reason\" : \"required by dns\"", "\"requires netstack when linux\"");
    }

    @Test
    void theCommentBeginsWithWhatComesOfItAndShowsTextsAsTheyAre() throws Exception {
        diff(former());

        String comment = Files.readString(output.resolve("diff.md"));
        assertThat(comment.indexOf("**small on linux/amd64 and linux/arm64**"))
                .isPositive()
                .isLessThan(comment.indexOf("<details>"));
        assertThat(comment)
                .contains(
                        "in: <code>netstack</code>; out: <code>logs</code>",
                        "- **Catalogue**: new: feature <code>ssh</code>, profile <code>odd</code>; gone: feature")
                .doesNotContain("\n<out>");
        // What stands in a fence is text; no line of it can end the fence.
        assertThat(Stream.of(comment.split("```diff\n")).skip(1).map(part -> part.substring(0, part.indexOf("```\n"))))
                .allSatisfy(block -> assertThat(block.lines()).allMatch(line -> line.matches("[-+!# ] .*")));
    }

    @Test
    void aLongCommentIsCutAndStaysWhole() throws Exception {
        String many = IntStream.range(0, 4000)
                .mapToObj(number ->
                        "  some-feature-with-a-long-name-" + number + ": {modules: [acme.module" + number + "]}\n")
                .collect(Collectors.joining());
        Files.writeString(
                own,
                "schema: 1\nfeatures:\n" + many + "profiles:\n  all-of-it: {include: all, platforms: [linux/amd64]}\n");
        Path former = Files.writeString(
                dir.resolve("former.yaml"),
                "schema: 1\nfeatures:\n" + many + "profiles:\n  all-of-it: {include: [], platforms: [linux/amd64]}\n");
        diff(former);

        String comment = Files.readString(output.resolve("diff.md"));
        assertThat(comment.length()).isBetween(20_000, DiffMarkdown.MOST_CHARACTERS);
        assertThat(comment).endsWith("</details>\n\n").contains("more, in diff.json");
        assertThat(comment.split("<details>", -1)).hasSameSizeAs(comment.split("</details>", -1));
    }

    @Test
    void ofManyImagesTheFirstAreToldAndTheRestAreCounted() throws Exception {
        StringBuilder features = new StringBuilder("schema: 1\nfeatures:\n");
        StringBuilder later = new StringBuilder("profiles:\n");
        StringBuilder former = new StringBuilder("profiles:\n");
        for (int number = 100; number < 250; number++) {
            features.append("  f" + number + ": {}\n");
            later.append("  p" + number + ": {include: [f" + number + "], platforms: [linux/amd64]}\n");
            former.append("  p" + number + ": {include: [], platforms: [linux/amd64]}\n");
        }
        Files.writeString(own, features.toString() + later);
        diff(Files.writeString(dir.resolve("former.yaml"), features.toString() + former));

        String comment = Files.readString(output.resolve("diff.md"));
        assertThat(comment)
                .contains("<summary>p100 on linux/amd64</summary>", "+ f100: asked for by p100")
                .endsWith("</details>\n\nAnd 90 more to unfold, in <code>diff.json</code>\n")
                .hasSizeLessThan(DiffMarkdown.MOST_CHARACTERS);
        assertThat(comment.split("<details>", -1))
                .as("and what the catalogue says")
                .hasSize(1 + 1 + 60);
    }

    @Test
    void theSameIsSaidToBeTheSame() throws Exception {
        diff(Files.writeString(dir.resolve("former.yaml"), "# moved\n\n" + LATER));

        assertThat(said.lines.get(0)).endsWith(": no difference");
        assertThat(output.resolve("diff.md")).content().contains("No difference.");
        diffIsValid();
    }

    @Test
    void optionsOfImagesAndRulesOfJarsAreStatements() throws Exception {
        Files.writeString(own, """
                schema: 1
                image: {launchers: {app: {module: acme, main: acme.Main, jvm: [-Xmx1g]}}, compress: zip-9, strip: []}
                artifacts: {"org.ex:lib": {as: module, natives: all, requires: [java.sql]}, "org.ex:new": {optional: [java.xml]}}
                profiles: {small: {include: [], platforms: [linux/amd64], image: {cds: app}}}
                """);
        diff(Files.writeString(dir.resolve("former.yaml"), """
                schema: 1
                image: {launchers: {app: {module: acme, main: acme.Main}}, compress: zip-6}
                artifacts: {"org.ex:lib": {as: classpath}}
                profiles: {small: {include: [], platforms: [linux/amd64]}}
                """));

        assertThat(lines())
                .contains(
                        "- image: compress zip-6",
                        "+ image: compress zip-9",
                        "- image: launcher app of acme/acme.Main",
                        "+ image: launcher app of acme/acme.Main, jvm -Xmx1g",
                        "+ image: strip none",
                        "+ profile small: image cds app",
                        "- artifact org.ex:lib: as classpath",
                        "+ artifact org.ex:lib: as module",
                        "+ artifact org.ex:lib: natives all",
                        "+ artifact org.ex:lib: requires java.sql",
                        "+ artifact org.ex:new: optional java.xml");
        diffIsValid();
    }

    @Test
    void aProfileThatCannotBeHadIsNeitherNewNorGone() throws Exception {
        Files.writeString(own, """
                schema: 1
                features: {dns: {requires: [netstack]}, netstack: {}}
                profiles: {small: {include: [dns], exclude: [netstack], platforms: [linux/amd64]}}
                """);
        diff(former());

        assertThat(lines())
                .anyMatch(line -> line.startsWith("not compared: small on linux/amd64 cannot be had in catalogue "));
        assertThat(lines()).noneMatch(line -> line.startsWith("small on linux/amd64"));
    }

    @Test
    void aReasonOfSeveralLinesEndsNoFence() throws Exception {
        Files.writeString(own, """
                schema: 1
                features: {dns: {requires: [netstack]}, netstack: {}}
                profiles:
                  small:
                    include: [dns]
                    exclude:
                      netstack: |
                        first
                        ```
                        <img src=x>
                    platforms: [linux/amd64]
                """);
        diff(former());

        assertThat(Files.readString(output.resolve("diff.md")))
                .contains("<img src=x>")
                .doesNotContainPattern("(?m)^ {0,3}```[^d\\n]*\n(?!\n</details>)");
    }

    @Test
    void onlyWhatIsAskedForIsCompared() throws Exception {
        run(Optional.of(former()), Optional.empty(), List.of("odd"), List.of());
        assertThat(lines()).contains("odd on linux/amd64: new").noneMatch(line -> line.startsWith("small on"));
    }

    @Test
    void aPlatformThatAProfileGetsIsANewImage() throws Exception {
        Files.writeString(own, "schema: 1\nprofiles: {small: {include: [], platforms: [linux/amd64, macos/arm64]}}\n");
        diff(Files.writeString(
                dir.resolve("former.yaml"), "schema: 1\nprofiles: {small: {include: [], platforms: [linux/amd64]}}\n"));

        assertThat(lines()).contains("small on macos/arm64: new").noneMatch(line -> line.contains("not compared"));
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsWritten() {
        assertThat(refusal(Optional.empty(), Optional.empty())).contains("git show main:feature-tags.yaml >");
        assertThat(refusal(Optional.of(dir.resolve("main")), Optional.of(dir.resolve("plan.json"))))
                .contains("whittle.from is " + dir.resolve("main") + ", and there is no such file", "whittle.to is ");
        assertThat(refusal(Optional.of(dir), Optional.empty()))
                .contains("holds nothing that a build of Whittle has left");
        assertThat(catchThrowableOfType(
                        GoalException.class,
                        () -> run(Optional.of(former()), Optional.empty(), List.of("smal"), List.of())))
                .hasMessageContaining("Neither side has a profile 'smal': did you mean small?");
        assertThat(catchThrowableOfType(
                        GoalException.class,
                        () -> run(Optional.of(former()), Optional.empty(), List.of("odd"), List.of("macos/arm64"))))
                .hasMessageContaining("No image is left to compare: neither side has one of odd on macos/arm64.");
        assertThat(output).doesNotExist();
    }

    @Test
    void theProjectsOwnIsNotComparedWithItself() throws Exception {
        Path lock = Files.writeString(dir.resolve("whittle.lock"), "{\"schema\": 2, \"profiles\": {}}");
        assertThat(refusal(Optional.of(lock), Optional.empty())).contains("would be compared with itself");
        assertThat(refusal(Optional.of(own), Optional.empty())).contains("would be compared with itself");
    }

    private Path former() throws IOException {
        return Files.writeString(dir.resolve("former.yaml"), FORMER);
    }

    private String refusal(Optional<Path> from, Optional<Path> to) {
        return catchThrowableOfType(GoalException.class, () -> run(from, to, List.of(), List.of()))
                .getMessage();
    }

    private void diff(Path from) throws Exception {
        run(Optional.of(from), Optional.empty(), List.of(), List.of());
    }

    private void run(Optional<Path> from, Optional<Path> to, List<String> profiles, List<String> platforms)
            throws Exception {
        DiffGoal.run(
                new DiffRequest(
                        from,
                        to,
                        Optional.of(own),
                        dir.resolve("whittle.lock"),
                        List.of(output),
                        profiles,
                        platforms,
                        output),
                said);
    }

    private List<String> lines() {
        return said.lines.stream().map(String::strip).toList();
    }

    private void diffIsValid() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("..", "docs", "diff.schema.json")))
                        .validate(Files.readString(output.resolve("diff.json")), InputFormat.JSON))
                .isEmpty();
    }
}
