package io.whittle.assembler.check;

import io.whittle.assembler.check.Fault.LogEnd;
import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Applicability.FeatureOut;
import io.whittle.graph.resolve.Applicability.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The reports of a run, held against what somebody looked at. */
class CheckReportsTest {
    private static final Path WORK = Path.of("/p/target/whittle/full/linux-amd64/checks");
    private static final Fault FAULT = new Fault(
            "step 1: dig <me>",
            "'^ok|fine$' in the output",
            "output without it",
            List.of(new LogEnd(
                    WORK.resolve("answers/attempt-1/2-dig.out.txt"), List.of("*no* <b>answer</b>", "]]> & |"), 17)),
            List.of("(cd /p/x && env PORT_API=4711 /i/bin/appd) &", "cd /p/x && dig '<me>'"));

    private static final String ASKED = "0123456789abcdef".repeat(4);

    @TempDir
    private Path dir;

    @Test
    void json() {
        Golden.hold("check/checks.json", CheckJson.write(rich(), Optional.empty()));
    }

    @Test
    void xml() throws Exception {
        String text = CheckXml.write(rich());

        Golden.hold("check/checks.xml", text);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    }

    @Test
    void markdown() {
        Golden.hold("check/checks.md", CheckMarkdown.write(rich()));
    }

    @Test
    void console() {
        Golden.hold("check/checks.txt", String.join("\n", CheckText.lines(rich())) + "\n");
    }

    @Test
    void nothingToSay() {
        CheckResults none = results(false);

        assertThat(CheckText.lines(none))
                .containsExactly("start-up and memory: not measured", "full for linux/amd64: no checks");
        assertThat(errors("checks.schema.json", CheckJson.write(none, Optional.empty())))
                .isEmpty();
    }

    @Test
    void theSchemaHolds() {
        assertThat(errors("checks.schema.json", CheckJson.write(rich(), Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"outcome\" : \"passed\" | \"outcome\" : \"fine\"",
                "\"outcome\" : \"failed\" | \"outcome\" : \"passed\"",
                "\"outcome\" : \"not-run\" | \"outcome\" : \"not-applicable\"",
                "\"platform\" : \"linux/amd64\" | \"platform\" : \"linux\"",
                "\"folder\" : \"answers\" | \"folder\" : \"/answers\"",
                "\"dropped\" : 17 | \"dropped\" : -1",
                "\"attempts\" : 3 | \"attempts\" : 0",
                "\"startMillis\" | \"start\"",
                "\"expected\" | \"wanted\"",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) {
        String text = CheckJson.write(rich(), Optional.empty());

        assertThat(text).contains(right);
        assertThat(errors("checks.schema.json", text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void textOfOthersBreaksNoReport() throws Exception {
        Fault nasty = new Fault("step 1: \u001b[31m", "a\nb\ufffe", "\0", List.of(), List.of("echo '\n\u0007'"));
        CheckResults results = results(true, result("c", new Failed(1, List.of(nasty)), 1));

        assertThat(CheckText.lines(results)).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(CheckXml.write(results).getBytes(StandardCharsets.UTF_8)));
        assertThat(errors("checks.schema.json", CheckJson.write(results, Optional.empty())))
                .isEmpty();
    }

    @Test
    void allFilesOrNone() throws IOException {
        Files.createDirectories(dir.resolve(CheckReports.MARKDOWN).resolve("in the way"));
        assertThatThrownBy(() -> CheckReports.write(rich(), new TreeMap<>(), dir))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly(CheckReports.MARKDOWN);

        Files.delete(dir.resolve(CheckReports.MARKDOWN).resolve("in the way"));
        Files.delete(dir.resolve(CheckReports.MARKDOWN));
        CheckReports.write(rich(), new TreeMap<>(), dir);
        assertThat(names()).containsExactly(CheckReports.XML, CheckReports.JSON, CheckReports.MARKDOWN);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static CheckResults rich() {
        return results(
                true,
                new CheckResult(
                        "answers",
                        Optional.of("The lamp answers"),
                        List.of("net"),
                        ASKED,
                        new Failed(2, List.of(FAULT)),
                        1234,
                        List.of(
                                new Measurement("start: appd", OptionalLong.of(212), OptionalLong.of(38_912)),
                                new Measurement("step 1: app", OptionalLong.empty(), OptionalLong.empty())),
                        0,
                        WORK.resolve("answers")),
                result("late", new Passed(3, List.of(FAULT, FAULT)), 0),
                result("missing", new NotRun("/i/bin/app is not there; link the image again"), 0),
                result("other", new NotApplicable(List.of(new FeatureOut("gui", Role.PROVED, new Place(3, 4)))), 0),
                result("version", new Passed(1, List.of()), 2));
    }

    private static CheckResult result(String name, Outcome outcome, int leftovers) {
        return new CheckResult(
                name, Optional.empty(), List.of(), ASKED, outcome, 50, List.of(), leftovers, WORK.resolve(name));
    }

    private static CheckResults results(boolean rich, CheckResult... checks) {
        return new CheckResults(
                "full",
                Platform.parse("linux/amd64"),
                Path.of("/i"),
                WORK,
                rich,
                List.of(checks),
                new TreeSet<>(rich ? List.of("cli", "netstack") : List.of()),
                new TreeSet<>(rich ? List.of("gui") : List.of()));
    }
}
