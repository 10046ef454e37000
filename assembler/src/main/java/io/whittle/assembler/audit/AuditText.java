package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.text.Printable;
import io.whittle.graph.analysis.Severity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An audit for a console: by feature, the worst first. */
public final class AuditText {
    /** Nobody reads more on a console. */
    private static final int MOST_INFOS = 20;

    private static final String INDENT = "  ";

    private final Audit audit;
    private final Ink ink;
    private final List<Line> lines = new ArrayList<>();
    private Optional<Severity> severity = Optional.empty();
    private int infos;

    /**
     * One line.
     *
     * @param severity of the finding that it tells, or of the worst below a heading; empty where it is about the audit as a whole
     * @param text without its end
     */
    public record Line(Optional<Severity> severity, String text) {}

    private AuditText(Audit audit, Ink ink) {
        this.audit = audit;
        this.ink = ink;
    }

    /**
     * Tells an audit. Of what merely informs the first 20 findings are told and the rest counted; linear in what is found.
     *
     * @param colour whether the reader is a terminal that understands ANSI; the words are the same without
     * @return lines, the counts last; none holds a control character besides those of colours
     */
    public static List<Line> lines(Audit audit, boolean colour) {
        return new AuditText(audit, new Ink(colour)).lines();
    }

    private List<Line> lines() {
        Map<String, List<AuditFinding>> byFeature = new LinkedHashMap<>();
        for (AuditFinding finding : audit.findings()) {
            if (finding.severity() != Severity.INFO || ++infos <= MOST_INFOS) {
                byFeature
                        .computeIfAbsent(heading(finding), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        byFeature.forEach((heading, findings) -> {
            severity = Optional.of(findings.get(0).severity());
            line(ink.heading(Printable.of(heading)));
            findings.forEach(this::add);
        });
        severity = Optional.empty();
        if (infos > MOST_INFOS) {
            line("and " + AuditWords.number((long) infos - MOST_INFOS, "more info"));
        }
        audit.stale().forEach(key -> add(0, AuditWords.stale(key)));
        severity = Optional.of(Severity.WARNING);
        audit.skipped().forEach(skipped -> add(0, "not read: " + skipped));
        severity = Optional.empty();
        line(closing());
        return List.copyOf(lines);
    }

    private static String heading(AuditFinding finding) {
        return finding.feature().map(name -> "feature " + name).orElseGet(() -> AuditWords.subject(finding.key()));
    }

    private void add(AuditFinding finding) {
        String grade = finding.grade().map(word -> " [" + word.word() + "]").orElse("");
        severity = Optional.of(finding.severity());
        line(INDENT + ink.severity(finding.severity()) + " " + finding.code().word() + grade);
        add(2, audit.catalog().source().at(finding.at()) + ": " + finding.text());
        AuditWords.also(finding).ifPresent(also -> add(2, also));
        finding.places().forEach(place -> add(3, place(place)));
        if (finding.more() > 0) {
            add(3, "and " + finding.more() + " more");
        }
        if (!finding.chain().isEmpty()) {
            add(2, "by " + String.join(" -> ", finding.chain()));
        }
        if (!finding.bites().isEmpty()) {
            add(2, "bites in " + BiteText.of(finding.bites()));
        }
        add(2, "mend: " + finding.mend());
        finding.edits().forEach(edit -> add(3, AuditWords.entry(edit)));
    }

    private static String place(CodePlace place) {
        return place + " in " + place.module();
    }

    private void add(int depth, String text) {
        line(INDENT.repeat(depth) + Printable.of(text));
    }

    private void line(String text) {
        lines.add(new Line(severity, text));
    }

    private String closing() {
        String images = audit.images().isEmpty() ? "" : " in " + BiteText.of(audit.images());
        String accepted =
                audit.accepted().isEmpty() ? "" : " (and " + audit.accepted().size() + " accepted)";
        return Printable.of(AuditWords.counts(audit) + accepted + images);
    }

    /** Colours, where they are asked for. */
    private record Ink(boolean colour) {
        String heading(String text) {
            return dye("1", text);
        }

        String severity(Severity severity) {
            return switch (severity) {
                case ERROR -> dye("1;31", severity.word());
                case WARNING -> dye("1;33", severity.word());
                case INFO -> dye("1;34", severity.word());
            };
        }

        private String dye(String code, String text) {
            return colour ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
        }
    }
}
