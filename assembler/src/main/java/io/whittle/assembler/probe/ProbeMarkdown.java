package io.whittle.assembler.probe;

import java.util.List;
import java.util.stream.Collectors;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/**
 * A probe in GitHub's Markdown, for the summary of a CI job: a headline, what was unmasked, and folded below it the rows. Nothing out of
 * catalogue or logs is read as Markdown or HTML.
 */
public final class ProbeMarkdown {
    private final Probe probe;
    private final StringBuilder text = new StringBuilder();

    private ProbeMarkdown(Probe probe) {
        this.probe = probe;
    }

    /** The summary of a probe; lines end with {@code \n}. */
    public static String write(Probe probe) {
        return new ProbeMarkdown(probe).text();
    }

    private String text() {
        paragraph("## Probe on " + prose(probe.platform().toString()) + ": " + ProbeWords.verdict(probe));
        paragraph(prose(ProbeWords.counts(probe)) + ".");
        probe.findings().forEach(this::add);
        probe.refused().forEach(refused -> {
            paragraph("### No image of " + prose(String.join(", ", refused.rows())));
            pre(refused.faults().stream().flatMap(String::lines).toList());
        });
        ProbeWords.silent(probe).forEach(silent -> paragraph(prose(silent) + "."));
        ProbeWords.notCovered(probe).ifPresent(missed -> paragraph(prose(missed) + "."));
        rows();
        return text.toString();
    }

    private void add(Finding finding) {
        paragraph("### " + prose(ProbeWords.headline(finding)));
        Failure failure = finding.failure();
        paragraph("In " + code(failure.row()) + ", " + prose(failure.at()) + ": expected " + prose(failure.expected())
                + ", got " + prose(failure.got()) + ".");
        List<String> mends = ProbeWords.mends(finding);
        if (!mends.isEmpty()) {
            paragraph("Mend: " + mends.stream().map(mend -> code(mend)).collect(Collectors.joining(", or ")));
        }
        for (Failure.Log log : failure.logs()) {
            fold("end of " + log.name(), log.lines());
        }
    }

    private void rows() {
        if (!probe.rows().isEmpty()) {
            line("| row | for | state | passed | failed |");
            line("|---|---|---|---|---|");
            probe.rows().forEach(this::row);
            line("");
            fold(
                    "the rows as profiles",
                    probe.rows().stream()
                            .map(row -> ProbeWords.profile(row.row()))
                            .toList());
        }
    }

    private void row(ProbedRow row) {
        line("| " + code(row.row().profile()) + " | " + row.purpose().word() + " | "
                + row.state().word().replace('-', ' ')
                + row.sameImageAs().map(other -> ", image of " + code(other)).orElse("")
                + " | " + row.passed() + " | " + row.failed() + " |");
    }

    private void fold(String summary, List<String> lines) {
        line("<details><summary>" + prose(summary) + "</summary>");
        line("");
        pre(lines);
        paragraph("</details>");
    }

    private void pre(List<String> lines) {
        line("<pre>");
        lines.forEach(each -> line(prose(each)));
        paragraph("</pre>");
    }

    private void paragraph(String paragraph) {
        line(paragraph);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
