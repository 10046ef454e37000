package io.whittle.graph.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is put into a text, at offsets of the text as it was. */
final class Insertions {
    /** What goes first of two at one place; of two alike, the one that was asked for first. */
    private enum Kind {
        WITHIN_A_LINE,
        COMMENT,
        LINE
    }

    private record Insertion(int at, Kind kind, String text) {}

    private final SourceText source;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Map<Integer, Set<String>> comments = new TreeMap<>();

    Insertions(SourceText source) {
        this.source = source;
    }

    /** Puts something between two chars of a line. */
    void within(int at, String text) {
        // A '#' that follows text without a blank is text itself.
        insertions.add(new Insertion(at, Kind.WITHIN_A_LINE, text + (source.has('#', at) ? " " : "")));
    }

    /** Puts a comment at the end of this char's line. */
    void comment(int at, List<String> comment) {
        comments.computeIfAbsent(source.lineEnd(at), end -> new LinkedHashSet<>())
                .addAll(comment);
    }

    /** Puts a line after this char's. */
    void lineAfter(int at, String line) {
        String ends = source.lineBreak(at);
        int behind = source.lineEnd(at) + ends.length();
        insertions.add(new Insertion(behind, Kind.LINE, ends.isEmpty() ? source.usualBreak() + line : line + ends));
    }

    /** Puts a line before this char's. */
    void lineBefore(int at, String line) {
        insertions.add(new Insertion(source.lineStart(at), Kind.LINE, line + source.usualBreak()));
    }

    /** The text with all of it; in the time of its length. */
    String applied() {
        List<Insertion> sorted = new ArrayList<>(insertions);
        comments.forEach((at, each) -> {
            if (!each.isEmpty()) {
                sorted.add(new Insertion(at, Kind.COMMENT, Comments.behind(each)));
            }
        });
        sorted.sort(Comparator.comparingInt(Insertion::at).thenComparing(Insertion::kind));
        StringBuilder edited = new StringBuilder();
        int copied = 0;
        for (Insertion insertion : sorted) {
            edited.append(source.text(), copied, insertion.at()).append(insertion.text());
            copied = insertion.at();
        }
        return edited.append(source.text(), copied, source.text().length()).toString();
    }
}
