package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Sections of Markdown files, from files to files. */
class DocsGoalTest {
    private static final String CATALOG = """
            schema: 1
            name: lamp
            features:
              dns: {summary: Looks | up, requires: [netstack], checks: [lookup]}
              logs: {summary: "*Keeps* logs"}
              netstack: {}
            profiles:
              small: {include: [dns], exclude: {logs: wears out}, platforms: [linux/arm64, linux/amd64]}
              full: {include: all}
            checks:
              lookup: {summary: Finds, run: [lamp, dig]}
            image: {launchers: {lamp: {module: lamp, main: lamp.Lamp}}}
            base: {modules: [lamp]}
            """;

    @TempDir
    private Path dir;

    private Path output;
    private final Said said = new Said();

    @BeforeEach
    void project() throws IOException {
        Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
        output = dir.resolve("target/whittle");
    }

    @Test
    void sectionsAreFilledInAndAllElseStays() throws Exception {
        Path file = file(
                "a.md",
                "\uFEFFbefore \u00e9\r\n\r\n  <!-- whittle:features profile=small -->\r\nold\r\n<!-- /whittle -->\r\nbehind",
                "");
        renew(file);

        assertThat(Files.readString(file)).isEqualTo("""
                \uFEFFbefore \u00e9

                  <!-- whittle:features profile=small -->

                | feature | in | why | what it does |
                |---|---|---|---|
                | `dns` | yes | asked for by small | Looks \\| up |
                | `logs` | no | excluded by small (wears out) | \\*Keeps\\* logs |
                | `netstack` | yes | required by dns |  |

                <!-- /whittle -->
                behind""".replace("\n", "\r\n"));
        assertThat(said.lines).anyMatch(line -> line.endsWith("a.md: 1 section, 1 changed"));
    }

    @Test
    void textsInBlocksOfYamlAreOneLine() throws Exception {
        Files.writeString(
                dir.resolve("feature-tags.yaml"),
                CATALOG.replace("logs: {summary: \"*Keeps* logs\"}", "logs:\n    summary: |\n      Keeps\n      logs")
                        .replace(
                                "{summary: Finds, run: [lamp, dig]}",
                                "\n    summary: >\n      Finds\n    run: [lamp, dig]")
                        .replace("exclude: {logs: wears out}", "exclude: {logs: \"wears\\n out\"}"));
        Path file = file("a.md", section("features profile=small"), section("checks profile=small"));
        renew(file);

        assertThat(Files.readString(file))
                .contains("| `logs` | no | excluded by small (wears out) | Keeps logs |", "| yes | Finds |");
    }

    @Test
    void eachKindTellsItsOwn() throws Exception {
        Path file = file(
                "a.md",
                section("in profile=small"),
                section("out profile=small"),
                section("checks profile=small"),
                section("checks profile=full platform=windows/amd64"));
        renew(file);

        assertThat(Files.readString(file))
                .contains("| `netstack` | required by dns |", "| `logs` | excluded by small (wears out) |")
                .contains(
                        "| `lookup` | `dns` | yes | Finds |",
                        "In without a check: `netstack`.",
                        "In without a check: `logs`, `netstack`.");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        Path file = file("a.md", section("features profile=small"), section("out profile=full platform=linux/amd64"));
        renew(file);
        byte[] first = Files.readAllBytes(file);
        var time = Files.getLastModifiedTime(file);
        renew(file);

        assertThat(file).hasBinaryContent(first);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        check(file);
        assertThat(said.lines).anyMatch(line -> line.endsWith("a.md is up to date: 2 sections"));
    }

    @Test
    void aStaleSectionFailsWithItsPlaceTheDifferenceAndTheCommand() throws Exception {
        Path file = file("a.md", "text\n", section("in profile=small"));
        renew(file);
        String former = Files.readString(file).replace("required by dns", "of old");
        Files.writeString(file, former);

        assertThat(catchThrowableOfType(GoalException.class, () -> check(file)).faults())
                .satisfiesExactly(
                        stale -> assertThat(stale)
                                .isEqualTo(
                                        file + ":2:1: this section is stale (- stands there, + would):\n"
                                                + "    - | `netstack` | of old |  |\n    + | `netstack` | required by dns |  |"),
                        renewed -> assertThat(renewed).endsWith("mvn whittle:docs -Dwhittle.docs=" + file));
        assertThat(file).hasContent(former);
    }

    @Test
    void everyWrongMarkIsToldAtOnceAndNoFileIsTouched() throws Exception {
        Path good = file("good.md", section("in profile=small"));
        Path bad = file(
                "bad.md",
                section("feature profile=small"), // 1
                section("in profil=small"), // 3
                section("in profile=smal"), // 5
                section("in profile=full"), // 7
                section("in profile=small platform=linus/amd64"), // 9
                section("in"), // 11
                section("in profile=small template=none.ftl"), // 13
                "<!-- /whittle -->\n", // 15
                "<!-- whittle features -->\n<!-- /whittle -->\n", // 16
                "<!-- whittle:in profile=small -->\n", // 18
                section("in profile=small"), // 19
                "<!-- whittle:out profile=small\n-->\n", // 21
                "<!-- /whittle -->\n", // 23
                section("IN profile=small"), // 24
                "<!-- Whittle:in profile=small -->\n<!-- /whittle -->\n", // 26
                "see `<!-- whittle:in -->`, but not <!-- whittle:in profile=small -->\n", // 28
                section("cost profile=small jdk=new"), // 29
                "<!-- whittle:in profile=small -->\n"); // 31

        GoalException refused = catchThrowableOfType(GoalException.class, () -> renew(good, bad));
        assertThat(refused)
                .hasMessageContainingAll(
                        bad + ":1:14: error: there is no section 'feature': did you mean features?",
                        bad + ":3:17: error: 'profil' has no meaning in a mark: did you mean profile?",
                        bad + ":5:25: error: there is no profile 'smal': did you mean small?",
                        bad + ":7:1: error: this section names no platform, and neither does profile full",
                        bad + ":9:40: error: 'linus/amd64' is no platform",
                        bad + ":11:1: error: this section names no profile",
                        bad + ":13:40: error: template is " + dir.resolve("none.ftl") + ", and there is no such file.",
                        bad + ":15:1: error: no section begins above this end",
                        bad + ":16:1: error: this mark is not whole",
                        bad + ":19:1: error: a section begins here inside of the one that begins on line 18",
                        bad + ":21:1: error: this mark is not whole",
                        bad + ":24:14: error: there is no section 'IN': did you mean in?",
                        bad + ":26:1: error: this mark is not whole",
                        bad + ":28:36: error: a mark stands on a line of its own",
                        bad + ":29:37: error: 'new' is no feature version of a JDK",
                        bad + ":31:1: error: this section has no end");
        assertThat(good).hasContent(section("in profile=small"));
    }

    @Test
    void whatStandsInCodeIsNoMark() throws Exception {
        String code = "```\n" + section("features profile=none")
                + "```\n    <!-- whittle:nothing -->\n~~~~\n```\n<!-- /whittle -->\n~~~~~\n";
        Path file = file("a.md", code, section("in profile=small"), code);
        renew(file);

        assertThat(Files.readString(file)).startsWith(code).endsWith(code).contains("required by dns");
    }

    @Test
    void aTemplateOfTheUsersOwnFillsInASection() throws Exception {
        Files.createDirectories(dir.resolve("docs"));
        Files.writeString(
                dir.resolve("docs/list.ftl"),
                "${profile} on ${platform}:<#list features?filter(f -> f.in) as f> ${f.name}</#list>\r\n");
        Files.writeString(dir.resolve("docs/wrong.ftl"), "${features[0].nmae}");
        Files.writeString(dir.resolve("docs/mark.ftl"), "<!-- /whittle -->");
        Path file = file("a.md", section("features profile=small template=\"docs/list.ftl\""));
        renew(file);
        assertThat(file).content().contains("\n\nsmall on linux/arm64: dns netstack\n\n");

        Path bad = file(
                "b.md",
                section("in profile=small template=docs/wrong.ftl"),
                section("in profile=small template=docs/mark.ftl"));
        assertThat(catchThrowableOfType(GoalException.class, () -> renew(bad)))
                .hasMessageContainingAll(
                        dir.resolve("docs/wrong.ftl") + ":1:3: error: there is no 'features[0].nmae'",
                        bad + ":3:1: error: what its template makes of this section has a mark");
    }

    @Test
    void costsThatNobodyMeasuredStayAsTheyAre() throws Exception {
        Path file = file("a.md", section("cost profile=small"));
        String former = Files.readString(file);
        renew(file);
        check(file);

        assertThat(file).hasContent(former);
        assertThat(said.lines)
                .anyMatch(
                        line -> line.contains(
                                "a.md:1:1: stays as it is, since nobody has measured what features of small cost on linux/arm64"))
                .anyMatch(line -> line.endsWith("1 section, of which 1 was not looked at, for want of figures"));
    }

    @Test
    void costsAreStaleOnlyWhereTheyMovedByMoreThanMachinesDo() throws Exception {
        Path file = file("a.md", section("cost profile=small"));
        measured(20_000_000, 900_000);
        renew(file);
        assertThat(file)
                .content()
                .contains(
                        "The image takes 19.1 MiB on disk.",
                        "| `dns` | gives back | `netstack` | 879 KiB | 98 KiB | `java.naming` | com.acme:net:1.0 |",
                        "| `logs` | out | the profile forbids it | | | | |");
        String former = Files.readString(file);

        measured(20_700_000, 930_000);
        check(file);
        renew(file);
        assertThat(file).hasContent(former);

        measured(20_000_000, 1_200_000);
        assertThat(catchThrowableOfType(GoalException.class, () -> check(file))).hasMessageContaining("1.1 MiB");
        renew(file);
        assertThat(file).content().contains("| 1.1 MiB |");
    }

    @Test
    void costsOfOneJdkAreNotHeldAgainstThoseOfAnother() throws Exception {
        Path file = file("a.md", section("cost profile=small jdk=17"));
        measured(20_000_000, 900_000);
        linkedFrom(17);
        renew(file);
        String former = Files.readString(file);
        assertThat(former).contains("The image takes 19.1 MiB on disk.");

        measured(28_000_000, 900_000);
        linkedFrom(25);
        check(file);
        renew(file);
        assertThat(file).hasContent(former);
        assertThat(said.lines)
                .anyMatch(line ->
                        line.endsWith("stays as it is, since its figures are of a JDK 17, and the image of small for"
                                + " linux/arm64 was linked from a JDK 25"));

        linkedFrom(17);
        assertThat(catchThrowableOfType(GoalException.class, () -> check(file))).hasMessageContaining("26.7 MiB");
    }

    @Test
    void aFileWithoutMarksOrWithoutANameIsAFault() throws Exception {
        Path file = file("a.md", "nothing here\n");
        assertThat(catchThrowableOfType(GoalException.class, () -> renew(file, dir.resolve("b.md"))))
                .hasMessageContainingAll(
                        file + " has no marks",
                        "whittle.docs is " + dir.resolve("b.md") + ", and there is no such file");
        assertThat(catchThrowableOfType(GoalException.class, this::renew))
                .hasMessageContaining("whittle.docs is not set");
    }

    private static String section(String words) {
        return "<!-- whittle:" + words + " -->\n<!-- /whittle -->\n";
    }

    private Path file(String name, String... parts) throws IOException {
        return Files.write(dir.resolve(name), String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    private void measured(long image, long dns) throws IOException {
        Path folder = Files.createDirectories(output.resolve("small/linux-arm64"));
        Files.writeString(folder.resolve("cost.json"), """
                {"schema": 1, "image": {"bytes": %d}, "features": [
                  {"feature": "logs", "in": false, "refused": "the profile forbids it"},
                  {"feature": "dns", "in": true, "remove": {"with": ["netstack"], "bytes": %d, "archive": 100000,
                    "jdkModules": ["java.naming"], "jars": ["com.acme:net:1.0"]}}]}
                """.formatted(image, dns));
    }

    private void linkedFrom(int jdk) throws IOException {
        Files.writeString(
                output.resolve("small/linux-arm64/plan.json"),
                "{\"schema\": 1, \"jdk\": {\"featureVersion\": " + jdk + "}}");
    }

    private void renew(Path... files) throws Exception {
        run(false, files);
    }

    private void check(Path... files) throws Exception {
        run(true, files);
    }

    private void run(boolean check, Path... files) throws Exception {
        DocsGoal.run(
                new DocsRequest(
                        dir.resolve("feature-tags.yaml"),
                        Stream.of(files).toList(),
                        check,
                        List.of(dir.resolve("absent"), output),
                        "mvn whittle:docs"),
                said);
    }
}
