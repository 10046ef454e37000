package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Answer;
import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import io.whittle.assembler.bisect.Confirmation;
import io.whittle.assembler.bisect.Conflict;
import io.whittle.assembler.bisect.Run;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.check.Fault;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** The reports of a search, held against what somebody looked at. */
class DiagnosisReportsTest {
    private static final ImagePart NETSTACK = ImagePart.feature("netstack");
    private static final ImagePart TUN = ImagePart.feature("tun");
    private static final ImagePart DNSPROXY = ImagePart.feature("dnsproxy");
    private static final ImagePart EC = ImagePart.jdkModule("jdk.crypto.ec");
    private static final ImagePart ZIP = ImagePart.jdkModule("jdk.zipfs");
    private static final Runs<ImagePart> RUNS = new Runs<>(
            List.of(
                    run(List.of(), List.of(TUN, NETSTACK, DNSPROXY, EC, ZIP), false, Verdict.FAIL, 3),
                    run(List.of(TUN, NETSTACK, DNSPROXY, EC, ZIP), List.of(), false, Verdict.PASS, 2),
                    run(List.of(EC), List.of(NETSTACK), false, Verdict.UNRESOLVED, 1),
                    run(List.of(TUN, NETSTACK, EC, ZIP), List.of(DNSPROXY), true, Verdict.PASS, 1)),
            Duration.ofMillis(8150));

    @Test
    void json() {
        Golden.hold("heal/bisect.json", DiagnosisJson.write(rich()));
        assertThat(errors("bisect.schema.json", DiagnosisJson.write(rich()))).isEmpty();
    }

    @Test
    void markdown() {
        Golden.hold("heal/bisect.md", DiagnosisMarkdown.write(rich()));
    }

    @Test
    void console() {
        Golden.hold("heal/bisect.txt", String.join("\n", DiagnosisText.lines(rich())) + "\n");
    }

    @Test
    void whereNothingHealsThatIsSaid() {
        Runs<ImagePart> none = new Runs<>(List.of(), Duration.ZERO);

        assertThat(headline(new ImagePasses<>(none), List.of())).contains("passes in small for linux/amd64");
        assertThat(headline(new SupersetFails<>(none), List.of())).contains("and with profile full too");
        assertThat(headline(new NotRun<>(true, none), List.of())).contains("could not be run in small");
        assertThat(headline(new NotRun<>(false, none), List.of())).contains("could not be run in an image with more");
        assertThat(headline(new OptionsSuspected<>(true, none), List.of())).contains("something the image is linked");
        assertThat(headline(new OptionsSuspected<>(true, none), List.of("locales", "strip")))
                .contains("what image says of locales, and of strip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"result\" : \"healed\" | \"result\" : \"image-passes\"",
                "\"result\" : \"healed\" | \"result\" : \"fine\"",
                "\"kind\" : \"jdk-module\" | \"kind\" : \"jar\"",
                "\"outcome\" : \"passed\" | \"outcome\" : \"healed\"",
                "\"list\" : \"requires\" | \"list\" : \"artifacts\"",
                "\"confirmation\" : \"confirmed\" | \"confirmation\" : \"yes\"",
                "\"culprits\" | \"guilty\"",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) {
        String text = DiagnosisJson.write(rich());

        assertThat(text).contains(right);
        assertThat(errors("bisect.schema.json", text.replace(right, wrong))).isNotEmpty();
    }

    private static String headline(BisectionResult<ImagePart> result, List<String> options) {
        Diagnosis diagnosis = diagnosis(result, options);
        assertThat(errors("bisect.schema.json", DiagnosisJson.write(diagnosis))).isEmpty();
        assertThat(diagnosis.edits()).isEmpty();
        return DiagnosisText.lines(diagnosis).get(0);
    }

    private static Diagnosis rich() {
        return diagnosis(
                new Healed<>(
                        new Answer<>(List.of(NETSTACK, ZIP, EC), new TreeSet<>(List.of(TUN, NETSTACK, EC, ZIP))),
                        List.of(new Answer<>(List.of(DNSPROXY, ZIP, EC), new TreeSet<>(List.of(DNSPROXY, EC, ZIP)))),
                        false,
                        Optional.of(new Conflict<>(List.of(NETSTACK), List.of(DNSPROXY), List.of(NETSTACK))),
                        true,
                        List.of(EC),
                        Confirmation.CONFIRMED,
                        RUNS),
                List.of());
    }

    private static Diagnosis diagnosis(BisectionResult<ImagePart> result, List<String> options) {
        return new Diagnosis(
                "magicdns",
                "small",
                Platform.parse("linux/amd64"),
                Optional.of("profile full"),
                new TreeSet<>(List.of("desktop")),
                Optional.of(new Fault("step 1: dig <me>", "'^ok|fine$'", "a *time-out*", List.of(), List.of())),
                result,
                result instanceof Healed ? RUNS : new Runs<>(List.of(), Duration.ZERO),
                new TreeSet<>(List.of(NETSTACK, TUN)),
                options,
                result instanceof Healed
                        ? List.of("small excludes tun (feature-tags.yaml:8:3: no *device*)")
                        : List.of(),
                List.of("dns"));
    }

    private static Run<ImagePart> run(
            List<ImagePart> added, List<ImagePart> leftOut, boolean linked, Verdict verdict, int attempts) {
        return new Run<>(added, leftOut, linked, verdict, attempts, Duration.ofMillis(400));
    }
}
