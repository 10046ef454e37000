package io.whittle.assembler.report;

import io.whittle.assembler.documents.Json;
import io.whittle.assembler.report.BuiltImage.Archive;
import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.Printable;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/**
 * A report in GitHub's Markdown, short enough for the summary of a CI job whatever the matrix: a headline, a table of images with the red ones
 * first, and what is red. Nothing out of documents is read as Markdown or HTML.
 */
public final class ReportMarkdown {
    private static final int MOST_IMAGES = 100;
    private static final int MOST_ITEMS = 40;
    private static final int MOST_LETTERS = 400;

    /** Of the whole summary: what catalogues, logs and commands spell out may be of any length. */
    static final int MOST_BYTES = 400 << 10;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ReportMarkdown(Report report) {
        this.report = report;
    }

    /** The summary; lines end with {@code \n}, and it has less than 400 KiB. */
    public static String write(Report report) {
        return bounded(new ReportMarkdown(report).text());
    }

    private static String bounded(String text) {
        if (text.length() * 3L < MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        String end = "\nAll the rest is in report.json.\n";
        long bytes = end.length();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes >= MOST_BYTES) {
                break;
            }
            kept.append(line).append('\n');
        }
        return kept.append(end).toString();
    }

    /** Its first line alone, for where there is no room for more. */
    public static String headline(Report report) {
        return new ReportMarkdown(report).headline();
    }

    /** A report for a console: the images, the red ones last, and the verdict. */
    public static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        report.images().stream()
                .sorted(Comparator.comparing((BuiltImage image) -> image.verdict() == State.RED))
                .forEach(image -> lines.add(Printable.of(called(image) + ": "
                        + image.lines().byName().entrySet().stream()
                                .map(line ->
                                        line.getKey() + " " + line.getValue().state())
                                .collect(Collectors.joining(", ")))));
        lines.add(Printable.of(report.name() + ": " + new ReportMarkdown(report).verdict()));
        return lines;
    }

    private String headline() {
        return "## " + prose(report.name()) + ": " + verdict() + "\n";
    }

    private String verdict() {
        long green = report.images().stream()
                .filter(image -> image.verdict() == State.GREEN)
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(green + " of " + LineJudge.counted(report.images().size(), "image") + " green");
        if (!report.missing().isEmpty()) {
            parts.add(LineJudge.counted(report.missing().size(), "cell") + " missing");
        }
        if (!report.faults().isEmpty()) {
            parts.add(LineJudge.counted(report.faults().size(), "fault"));
        }
        return report.verdict() + ", " + String.join(", ", parts);
    }

    private String text() {
        text.append(headline()).append('\n');
        addImages();
        addItems("Not green", notGreen());
        addItems(
                "Missing",
                report.missing().stream()
                        .map(cell -> prose(cell.name() + " for " + cell.platform()) + ": " + code(cell.command()))
                        .toList());
        addItems(
                "Faults",
                report.faults().stream()
                        .map(fault -> fault.kind() + ": " + prose(cut(fault.text()))
                                + fault.command()
                                        .map(command -> ": " + code(command))
                                        .orElse(""))
                        .toList());
        addItems("Budgets that were not held", notHeld());
        addItems(
                "Findings of the audit",
                report.findings().stream()
                        .filter(finding -> !finding.path("accepted").asBoolean(false))
                        .map(ReportMarkdown::finding)
                        .toList());
        addItems(
                "Other than whittle.lock accepts",
                report.images().stream()
                        .filter(image -> !image.lock().isEmpty())
                        .map(image -> prose(called(image)) + ": "
                                + image.lock().stream()
                                        .limit(6)
                                        .map(line -> code(cut(line)))
                                        .collect(Collectors.joining(", "))
                                + (image.lock().size() > 6
                                        ? " and " + (image.lock().size() - 6) + " more"
                                        : ""))
                        .toList());
        return text.toString();
    }

    private void addImages() {
        if (report.images().isEmpty()) {
            line("No image was found.");
            line("");
            return;
        }
        line("| image | resolve | audit | check | on disk | to transfer |");
        line("|---|---|---|---|---|---|");
        report.images().stream()
                .sorted(Comparator.comparing((BuiltImage image) -> image.verdict() == State.GREEN))
                .limit(MOST_IMAGES)
                .forEach(image -> line("| "
                        + String.join(
                                " | ",
                                prose(called(image)),
                                state(image.lines().resolve()),
                                state(image.lines().audit()),
                                state(image.lines().check()),
                                image.bytes().isPresent()
                                        ? ByteCount.spell(image.bytes().getAsLong())
                                        : "",
                                image.archives().stream()
                                        .map(ReportMarkdown::archive)
                                        .collect(Collectors.joining(", ")))
                        + " |"));
        line("");
        if (report.images().size() > MOST_IMAGES) {
            line("And " + (report.images().size() - MOST_IMAGES) + " more.");
            line("");
        }
    }

    private List<String> notHeld() {
        return report.images().stream()
                .flatMap(image -> image.budgets().stream()
                        .filter(budget -> Json.text(budget, "state").equals(Budgets.NOT_HELD))
                        .map(budget -> prose(called(image)) + ": " + prose(cut(Json.text(budget, "says")))))
                .toList();
    }

    private List<String> notGreen() {
        List<String> items = new ArrayList<>();
        for (BuiltImage image : report.images()) {
            image.lines().byName().forEach((name, line) -> {
                if (line.state() != State.GREEN) {
                    items.add(prose(called(image)) + ", " + name + " " + line.state() + ": " + prose(cut(line.says())));
                }
            });
            image.checks().stream()
                    .filter(ImageCheck::failed)
                    .forEach(check -> items.add(
                            prose(called(image)) + ", " + code(check.name()) + ": " + prose(cut(check.says()))));
        }
        return items;
    }

    private static String finding(JsonNode finding) {
        return Json.text(finding, "severity") + " " + code(Json.text(finding, "code")) + ": "
                + prose(cut(Json.text(finding, "text"))) + "; " + prose(cut(Json.text(finding, "mend")));
    }

    private static String archive(Archive archive) {
        return prose(cut(archive.format())) + " " + ByteCount.spell(archive.bytes());
    }

    private static String state(Line line) {
        return line.state() == State.GREEN ? "green" : "**" + line.state() + "**";
    }

    private static String called(BuiltImage image) {
        return image.name() + " for " + image.platform();
    }

    private void addItems(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("### " + title);
        line("");
        items.stream().limit(MOST_ITEMS).forEach(item -> line("- " + item));
        if (items.size() > MOST_ITEMS) {
            line("- and " + (items.size() - MOST_ITEMS) + " more");
        }
        line("");
    }

    // What comes out of logs and names may be of any length.
    private static String cut(String words) {
        return words.length() <= MOST_LETTERS ? words : words.substring(0, MOST_LETTERS) + " ...";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
