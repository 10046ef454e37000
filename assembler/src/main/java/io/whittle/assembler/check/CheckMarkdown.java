package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/**
 * A run of checks in GitHub's Markdown, for the summary of a CI job: a headline, a table, and below it, folded, what is wrong.
 * Nothing out of catalogue or logs is read as Markdown or HTML.
 */
public final class CheckMarkdown {
    private final CheckResults results;
    private final StringBuilder text = new StringBuilder();

    private CheckMarkdown(CheckResults results) {
        this.results = results;
    }

    /** The summary of a run; lines end with {@code \n}. */
    public static String write(CheckResults results) {
        return new CheckMarkdown(results).text();
    }

    private String text() {
        paragraph("## Checks of " + prose(results.profile()) + " for "
                + prose(results.platform().toString()) + ": " + CheckWords.counts(results));
        if (!results.checks().isEmpty()) {
            line("| check | proves | outcome | start-up and memory |");
            line("|---|---|---|---|");
            results.checks().forEach(this::row);
            line("");
        }
        results.checks().forEach(this::faults);
        features("Features without a check", results.withoutCheck());
        features("Features whose checks are all not applicable", results.onlyInapplicable());
        return text.toString();
    }

    private void row(CheckResult check) {
        String proves = check.proves().stream().map(feature -> code(feature)).collect(Collectors.joining(", "));
        String outcome = prose(CheckWords.verdict(check.outcome()));
        if (check.outcome() instanceof NotApplicable not) {
            outcome += ": " + prose(CheckWords.reasons(not));
        } else if (check.outcome() instanceof NotRun not) {
            outcome += ": " + prose(not.reason());
        }
        String measured = check.measurements().stream()
                .map(each -> code(each.process()) + " " + prose(CheckWords.of(each)))
                .collect(Collectors.joining("<br>"));
        line("| " + code(check.name()) + " | " + proves + " | " + outcome + " | "
                + (measured.isEmpty() ? "not measured" : measured) + " |");
    }

    private void faults(CheckResult check) {
        List<Fault> faults = List.of();
        if (check.outcome() instanceof Failed failed) {
            faults = failed.faults();
        } else if (check.outcome() instanceof Passed passed) {
            faults = passed.before();
        }
        if (faults.isEmpty()) {
            return;
        }
        line("<details><summary>" + code(check.name()) + ": " + prose(CheckWords.verdict(check.outcome()))
                + "</summary>");
        line("");
        for (Fault fault : faults) {
            line("<pre>");
            FaultText.lines(fault, results.work()).forEach(each -> line(prose(each)));
            line("</pre>");
        }
        line("");
        paragraph("</details>");
    }

    private void features(String what, SortedSet<String> features) {
        if (!features.isEmpty()) {
            paragraph(what + ": "
                    + features.stream().map(feature -> code(feature)).collect(Collectors.joining(", ")));
        }
    }

    private void paragraph(String paragraph) {
        line(paragraph);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
