package io.whittle.assembler.report;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Summaries stay short whatever is told in them. */
class ReportMarkdownTest {
    @Test
    void ofManyOnlySomeAreTold() {
        Report.MissingCell cell = new Report.MissingCell("0123456789ab", "small", "linux/amd64", "mvn package");
        String text = ReportMarkdown.write(report(Collections.nCopies(1000, cell), List.of()));

        assertThat(text).startsWith("## acme: red, 0 of 0 images green, 1000 cells missing\n");
        assertThat(text.lines().filter(line -> line.contains("mvn package"))).hasSize(40);
        assertThat(text).contains("- and 960 more\n");
    }

    @Test
    void whatOthersSpellOutIsCut() {
        Report.ReportFault fault = new Report.ReportFault(
                Report.FaultKind.UNKNOWN, Optional.empty(), "{".repeat(5000), Optional.of("\u00e4".repeat(100_000)));
        String text = ReportMarkdown.write(report(List.of(), Collections.nCopies(40, fault)));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(ReportMarkdown.MOST_BYTES);
        assertThat(text)
                .startsWith("## acme: red")
                .contains("unknown: &#123;")
                .endsWith("All the rest is in report.json.\n");
    }

    private static Report report(List<Report.MissingCell> missing, List<Report.ReportFault> faults) {
        return new Report(
                Report.SCHEMA,
                Report.Kind.MATRIX,
                "acme",
                new Report.Made("1.0", List.of()),
                State.RED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                missing,
                faults);
    }
}
