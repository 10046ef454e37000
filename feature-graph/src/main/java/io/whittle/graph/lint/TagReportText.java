package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.export.TagNames;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reports for people, as compilers print: {@code file:line:column: severity: text}, the line, and a caret. */
public final class TagReportText {
    private final TagFindingText words;
    private final TagList list;

    private TagReportText(TagFindingText words, TagList list) {
        this.words = words;
        this.list = list;
    }

    /**
     * One part of what is printed.
     *
     * @param severity how much it matters
     * @param text one or more lines
     */
    public record Part(Severity severity, String text) {}

    /**
     * Renders reports on one list. What platforms have in common is told once.
     *
     * @param catalog the text of the catalogue
     * @param reports one a platform
     */
    public static List<Part> render(CatalogSource catalog, TagNames names, TagList list, List<TagReport> reports) {
        TagReportText text = new TagReportText(new TagFindingText(catalog, names), list);
        List<Part> parts = new ArrayList<>();
        List<TagReport> open = new ArrayList<>(reports);
        while (!open.isEmpty()) {
            TagReport first = open.get(0);
            List<TagReport> same = open.stream().filter(first::agrees).toList();
            open.removeAll(same);
            text.add(first, same, parts);
        }
        return parts;
    }

    private void add(TagReport report, List<TagReport> same, List<Part> parts) {
        String platforms = same.stream().map(each -> each.platform().toString()).collect(Collectors.joining(", "));
        parts.add(new Part(
                Severity.INFO,
                list.source().file() + " on " + platforms + ": tags: "
                        + list.tags().size() + ", features kept: "
                        + report.kept().size() + "; errors: " + report.count(Severity.ERROR) + ", warnings: "
                        + report.count(Severity.WARNING)));
        for (TagFinding finding : report.findings()) {
            parts.add(new Part(
                    finding.severity(),
                    finding instanceof TagFinding.LeftOn
                            // Nothing stands there that a caret could show.
                            ? list.source().at(finding.place()) + ": "
                                    + finding.severity().word() + ": "
                                    + words.of(finding).text()
                            : words.of(finding)
                                    .render(list.source(), finding.severity().word())));
        }
        if (!report.missing().isEmpty()) {
            parts.add(new Part(
                    Severity.INFO,
                    "to keep what the kept features require: "
                            + report.missing().keySet().stream()
                                    .map(words::keep)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
