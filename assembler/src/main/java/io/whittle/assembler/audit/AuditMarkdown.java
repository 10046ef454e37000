package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.text.MarkdownText;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/**
 * An audit in GitHub's Markdown, for the summary of a CI job: a headline, a table of the findings, the worst first, and below it, folded,
 * what proves them. Nothing out of code or catalogue is read as Markdown or HTML.
 */
public final class AuditMarkdown {
    /** GitHub shows no summary at all that is larger than 1 MiB. */
    private static final int MOST = 200;

    private final Audit audit;
    private final List<AuditFinding> told;
    private final StringBuilder text = new StringBuilder();

    private AuditMarkdown(Audit audit) {
        this.audit = audit;
        this.told = audit.findings().subList(0, Math.min(MOST, audit.findings().size()));
    }

    /** The summary of an audit; lines end with {@code \n}. The first 200 findings are told and the rest counted. */
    public static String write(Audit audit) {
        return new AuditMarkdown(audit).text();
    }

    private String text() {
        paragraph("## Audit: " + AuditWords.counts(audit));
        if (!audit.images().isEmpty()) {
            paragraph("In " + prose(BiteText.of(audit.images())) + ".");
        }
        audit.jdk().warnings().forEach(warning -> paragraph("**Mind:** " + prose(warning) + "."));
        if (!told.isEmpty()) {
            addTable();
        }
        if (told.size() < audit.findings().size()) {
            paragraph("And " + (audit.findings().size() - told.size()) + " more.");
        }
        told.stream().filter(finding -> !finding.places().isEmpty()).forEach(this::addPlaces);
        addFolded(
                "accepted",
                audit.accepted().stream()
                        .map(AuditFinding::key)
                        .map(AuditWords::of)
                        .toList());
        addFolded(
                "accepted and found no more: to be taken out of whittle.lock",
                audit.stale().stream().map(AuditWords::of).toList());
        addFolded("not read", audit.notRead());
        addFolded(
                "blind spots: what no class file tells",
                Arrays.stream(BlindSpot.values()).map(BlindSpot::text).toList());
        return text.toString();
    }

    private void addTable() {
        line("| | code | feature → target | known from | bites in | first place | mend |");
        line("|---|---|---|---|---|---|---|");
        told.forEach(finding -> line("| " + String.join(" | ", cells(finding)) + " |"));
        line("");
    }

    private static List<String> cells(AuditFinding finding) {
        return List.of(
                finding.severity().word(),
                finding.code().word(),
                arrow(finding),
                finding.grade().map(Grade::word).orElse(""),
                prose(BiteText.of(finding.bites())),
                finding.places().stream()
                        .findFirst()
                        .map(CodePlace::toString)
                        .map(MarkdownText::code)
                        .orElse(""),
                prose(finding.mend())
                        + (finding.edits().isEmpty() ? "" : ": ")
                        + finding.edits().stream()
                                .map(edit -> code(edit.toString()))
                                .collect(Collectors.joining(", ")));
    }

    private static String arrow(AuditFinding finding) {
        return prose(AuditWords.subject(finding.key())) + " → " + code(finding.target());
    }

    private void addPlaces(AuditFinding finding) {
        Stream<String> places =
                finding.places().stream().map(place -> code(place.toString()) + " in " + code(place.module()));
        Stream<String> more = finding.more() > 0 ? Stream.of("and " + finding.more() + " more") : Stream.empty();
        Stream<String> chain = finding.chain().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "by " + finding.chain().stream().map(MarkdownText::code).collect(Collectors.joining(" → ")));
        fold(
                finding.code().word() + ": " + arrow(finding),
                Stream.of(
                                Stream.of(prose(place(finding) + ": " + finding.text())),
                                AuditWords.also(finding).map(MarkdownText::prose).stream(),
                                places,
                                more,
                                chain)
                        .flatMap(parts -> parts)
                        .toList());
    }

    private String place(AuditFinding finding) {
        return audit.catalog().source().file().getFileName() + ":" + finding.at();
    }

    private void addFolded(String summary, List<String> items) {
        if (!items.isEmpty()) {
            fold(
                    items.size() + " " + summary,
                    items.stream().map(MarkdownText::prose).toList());
        }
    }

    // HTML without an empty line is left alone by Markdown.
    private void fold(String summary, List<String> items) {
        line("<details><summary>" + summary + "</summary>");
        line("<ul>");
        items.forEach(item -> line("<li>" + item + "</li>"));
        line("</ul>");
        paragraph("</details>");
    }

    private void paragraph(String words) {
        line(words);
        line("");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
