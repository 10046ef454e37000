package io.whittle.assembler.diff;

import io.whittle.assembler.text.MarkdownText;
import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.List;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/**
 * Differences as a comment on a pull request: what comes of it first, each line of it folded below. Nothing out of catalogues or
 * documents is read as Markdown or HTML.
 */
public final class DiffMarkdown {
    /** GitHub refuses comments of more than 65,536 characters; a workflow may put a line of its own before this one. */
    public static final int MOST_CHARACTERS = 60_000;

    private static final int MOST_BULLETS = 30;
    private static final int MOST_NAMES = 12;

    /** Of more, none would have room for a line. */
    private static final int MOST_FOLDS = 60;

    /** What is kept free for the line that counts folds which are left out. */
    private static final int LAST_LINE = 80;

    private static final int WIDEST_LINE = 400;

    private final Diff diff;
    private final StringBuilder text = new StringBuilder();

    private record Fold(String summary, List<String> lines) {}

    private DiffMarkdown(Diff diff) {
        this.diff = diff;
    }

    /** The comment; lines end with {@code \n}. Never longer than {@link #MOST_CHARACTERS}. */
    public static String write(Diff diff) {
        return new DiffMarkdown(diff).text();
    }

    private String text() {
        line("### Whittle: " + code(bounded(diff.from().name())) + " → "
                + code(bounded(diff.to().name())));
        line("");
        if (diff.isEmpty()) {
            line("No difference.");
            line("");
        }
        List<DiffWords.Group> groups = DiffWords.groups(diff);
        bullets(groups);
        List<Fold> folds = new ArrayList<>();
        fold(folds, "What the catalogue says", DiffLines.of(diff.subjects()));
        List<DiffWords.Group> folded =
                groups.stream().filter(group -> !group.lines().isEmpty()).toList();
        folded.stream().limit(MOST_FOLDS).forEach(group -> fold(folds, group.names(), group.lines()));
        fold(folds, "Findings", DiffLines.findings(diff));
        fold(
                folds,
                "Not compared",
                diff.notCompared().stream()
                        .flatMap(String::lines)
                        // Of less than four spaces a line of backticks would end the fence.
                        .map(line -> "    " + Printable.of(line))
                        .toList());
        int leftOut = Math.max(0, folded.size() - MOST_FOLDS) + write(folds);
        if (leftOut > 0) {
            line("And " + leftOut + " more to unfold, in " + code("diff.json"));
        }
        return text.toString();
    }

    private void bullets(List<DiffWords.Group> groups) {
        List<String> bullets = new ArrayList<>();
        for (DiffWords.Group group : groups) {
            List<String> parts = DiffWords.summary(group, MarkdownText::code);
            bullets.add("**" + prose(bounded(group.names())) + "**: "
                    + (parts.isEmpty() ? "see below" : String.join("; ", parts)));
        }
        findings(bullets);
        List<String> subjects = subjects();
        if (!subjects.isEmpty()) {
            bullets.add("**Catalogue**: " + String.join("; ", subjects));
        }
        bullets.stream().limit(MOST_BULLETS).forEach(bullet -> line("- " + bullet.replace(" -> ", " → ")));
        if (bullets.size() > MOST_BULLETS) {
            line("- and " + (bullets.size() - MOST_BULLETS) + " more, in " + code("diff.json"));
        }
        if (!bullets.isEmpty()) {
            line("");
        }
    }

    private List<String> subjects() {
        List<String> parts = new ArrayList<>();
        for (Presence presence : List.of(Presence.NEW, Presence.GONE, Presence.BOTH)) {
            List<String> names = diff.subjects().stream()
                    .filter(subject -> subject.presence() == presence)
                    .map(subject -> prose(subject.subject().kind().word()) + " "
                            + code(subject.subject().name()))
                    .toList();
            if (!names.isEmpty()) {
                parts.add((presence == Presence.BOTH ? "changed" : presence.word()) + ": "
                        + String.join(", ", names.stream().limit(MOST_NAMES).toList())
                        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : ""));
            }
        }
        return parts;
    }

    private void findings(List<String> bullets) {
        if (!diff.newFindings().isEmpty()) {
            bullets.add("**" + DiffWords.counted(diff.newFindings().size(), "new finding") + "** of the audit");
        }
        if (!diff.goneFindings().isEmpty()) {
            bullets.add(DiffWords.counted(diff.goneFindings().size(), "finding") + " of the audit gone");
        }
    }

    private static void fold(List<Fold> folds, String summary, List<String> lines) {
        if (!lines.isEmpty()) {
            folds.add(new Fold(summary, lines));
        }
    }

    /** Each fold has an equal share of what is left; what one does not use is the next ones'. Gives how many have no room. */
    private int write(List<Fold> folds) {
        int left = folds.size();
        int leftOut = 0;
        for (Fold fold : folds) {
            int share = (MOST_CHARACTERS - LAST_LINE - text.length()) / left--;
            String head = "<details><summary>" + prose(bounded(fold.summary())) + "</summary>\n\n```diff\n";
            String foot = "```\n\n</details>\n\n";
            int room = share - head.length() - foot.length() - 80;
            if (room <= 0) {
                leftOut++;
                continue;
            }
            text.append(head);
            int told = 0;
            for (String each : fold.lines()) {
                String line = bounded(each) + "\n";
                if (line.length() > room) {
                    break;
                }
                room -= line.length();
                text.append(line);
                told++;
            }
            if (told < fold.lines().size()) {
                line("# and " + (fold.lines().size() - told) + " more, in diff.json");
            }
            text.append(foot);
        }
        return leftOut;
    }

    private static String bounded(String line) {
        return line.length() <= WIDEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, WIDEST_LINE) - 1)) + " ...";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
