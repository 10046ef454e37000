package io.whittle.assembler.probe;

import io.whittle.assembler.probe.Finding.Mend;
import io.whittle.assembler.probe.Finding.Wanted;
import io.whittle.assembler.probe.Probe.LeftOut;
import io.whittle.assembler.probe.Probe.Limit;
import io.whittle.assembler.probe.Probe.Refused;
import io.whittle.assembler.probe.ProbedRow.Purpose;
import io.whittle.assembler.probe.ProbedRow.State;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.matrix.PairRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** The reports of a probe, held against what somebody looked at. */
class ProbeReportsTest {
    private static final Failure FAILURE = new Failure(
            "row-2",
            true,
            "step 1: dig <me>",
            "'^ok|fine$' in the output",
            "output without it",
            List.of(new Failure.Log("2-dig.out.txt", List.of("*no* <b>answer</b>", "]]> & |"))));

    @Test
    void json() {
        Golden.hold("probe/probe.json", ProbeJson.write(rich()));
    }

    @Test
    void markdown() {
        Golden.hold("probe/probe.md", ProbeMarkdown.write(rich()));
    }

    @Test
    void console() {
        Golden.hold("probe/probe.txt", String.join("\n", ProbeText.lines(rich())) + "\n");
    }

    @Test
    void nothingToSay() throws IOException {
        assertThat(ProbeText.lines(clean()))
                .containsExactly("probed on linux/amd64: nothing unmasked in 0 rows, 0 of 0 pairs of 1 features");
        assertThat(errors("probe.schema.json", ProbeJson.write(clean()))).isEmpty();
    }

    @Test
    void theSchemaHolds() throws IOException {
        assertThat(errors("probe.schema.json", ProbeJson.write(rich()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"ended\" : \"minutes\" | \"ended\" : \"hours\"",
                "\"met\" : 3 | \"met\" : -3",
                "\"tried\" : true | \"tried\" : 1",
                "features.dns.requires | features.dns.needs",
                "\"state\" : \"not-run\" | \"state\" : \"late\"",
                "\"for\" : \"suspects\" | \"for\" : \"fun\"",
                "\"platform\" : \"linux/amd64\" | \"platform\" : \"linux\"",
                "\"expected\" | \"wanted\"",
                "\"leftOut\" | \"omitted\"",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) throws IOException {
        String text = ProbeJson.write(rich());

        assertThat(text).contains(right);
        assertThat(errors("probe.schema.json", text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void textOfOthersBreaksNoReport() throws IOException {
        Failure nasty = new Failure("row-1", true, "step 1: \u001b[31m", "a\nb\ufffe", "\0", List.of());
        Probe probe = probe(
                List.of(),
                List.of(new Finding("c", List.of(), List.of("row-1"), List.of(), true, nasty)),
                List.of(),
                List.of());

        assertThat(ProbeText.lines(probe)).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        assertThat(ProbeMarkdown.write(probe)).doesNotContain("\u001b", "\0");
        assertThat(errors("probe.schema.json", ProbeJson.write(probe))).isEmpty();
    }

    private static Probe clean() {
        return new Probe(
                "full",
                Platform.parse("linux/amd64"),
                new Coverage(1, 0, 0, 0, List.of()),
                List.of(),
                Optional.empty(),
                List.of(),
                new TreeSet<>(),
                List.of(),
                List.of());
    }

    private static Probe rich() {
        List<ProbedRow> rows = List.of(
                new ProbedRow(
                        row("row-1", Set.of(), Set.of("dns", "zip")),
                        Purpose.PAIRS,
                        State.ASKED,
                        Optional.empty(),
                        3,
                        0),
                new ProbedRow(
                        row("row-2", Set.of("dns"), Set.of("zip")),
                        Purpose.PAIRS,
                        State.ASKED,
                        Optional.of("row-1"),
                        2,
                        1),
                ProbedRow.without(row("row-3", Set.of("zip"), Set.of("dns")), Purpose.PAIRS, State.REFUSED),
                ProbedRow.without(row("row-4", Set.of("zip", "dns"), Set.of()), Purpose.PAIRS, State.NOT_RUN),
                new ProbedRow(
                        row("row-5", Set.of("dns"), Set.of("zip")),
                        Purpose.SUSPECTS,
                        State.ASKED,
                        Optional.empty(),
                        0,
                        1));
        Wanted netstack =
                new Wanted(Suspect.ofCheck("netstack"), List.of(new Mend("features.dns.requires", "netstack")));
        Wanted ofDns = new Wanted(Suspect.of("dns", "zip"), List.of(new Mend("features.dns.requires", "zip")));
        Wanted either = new Wanted(Suspect.ofCheck("jul", "slf4j"), List.of());
        return probe(
                rows,
                List.of(
                        new Finding(
                                "answers", List.of("dns"), List.of("row-2", "row-5"), List.of(netstack), true, FAILURE),
                        new Finding("logs", List.of(), List.of("row-2"), List.of(ofDns, either), false, FAILURE),
                        new Finding("odd", List.of(), List.of("row-1"), List.of(), true, FAILURE)),
                List.of(new Refused(List.of("row-3"), List.of("zip reads dns.\n  Add 'requires: [dns]' to it."))),
                List.of(new LeftOut("broken", "in full", FAILURE)));
    }

    private static Probe probe(
            List<ProbedRow> rows, List<Finding> findings, List<Refused> refused, List<LeftOut> leftOut) {
        return new Probe(
                "full",
                Platform.parse("linux/amd64"),
                new Coverage(3, 6, 5, 3, List.of(new MixedPair("zip", "dns"), new MixedPair("zip", "netstack"))),
                rows,
                Optional.of(Limit.MINUTES),
                leftOut,
                new TreeSet<>(Set.of("elsewhere")),
                findings,
                refused);
    }

    private static PairRow row(String name, Set<String> in, Set<String> out) {
        return new PairRow(name, new TreeSet<>(in), new TreeSet<>(out));
    }
}
