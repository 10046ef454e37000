package io.whittle.graph.edit;

import java.util.List;
import java.util.SortedMap;

/** Writes a base into a catalogue that has none: before its features, and above the comment on them. */
final class BaseEdit {
    private static final List<String> HEAD = List.of("schema", "name");

    private final SourceText source;
    private final Insertions insertions;

    BaseEdit(SourceText source, Insertions insertions) {
        this.source = source;
        this.insertions = insertions;
    }

    void write(Part.Members root, SortedMap<Addition.Key, List<Wanted>> lists) {
        int features = features(root);
        if (root.flow()) {
            inBraces(root, features, lists);
        } else if (features < 0) {
            int head = BodyEdit.lastOf(root, HEAD).orElseThrow().end();
            insertions.lineAfter(head, " ".repeat(root.indent()) + "base:");
            lines(root, lists).forEach(line -> insertions.lineAfter(head, line));
        } else {
            int bound = features == 0
                    ? root.start()
                    : root.members().get(features - 1).end();
            int at = aboveComments(bound, root.members().get(features).start(), root.indent());
            insertions.lineBefore(at, " ".repeat(root.indent()) + "base:");
            lines(root, lists).forEach(line -> insertions.lineBefore(at, line));
            int line = source.lineStart(at);
            if (line > 0 && source.beginsLine(line - source.breakBefore(line))) {
                insertions.lineBefore(at, "");
            }
        }
    }

    private void inBraces(Part.Members root, int features, SortedMap<Addition.Key, List<Wanted>> lists) {
        FlowEdit flow = new FlowEdit(source, insertions);
        List<String> pairs =
                BodyEdit.elements(lists).stream().map(FlowEdit.Element::text).toList();
        List<String> reasons = BodyEdit.elements(lists).stream()
                .flatMap(element -> element.reasons().stream())
                .distinct()
                .toList();
        List<FlowEdit.Element> base =
                List.of(new FlowEdit.Element("base: {" + String.join(", ", pairs) + "}", reasons));
        if (features == 0) {
            flow.first(root.start(), true, base);
        } else {
            Part.Member before = features > 0
                    ? root.members().get(features - 1)
                    : BodyEdit.lastOf(root, HEAD).orElseThrow();
            flow.behind(before.start(), before.end(), base);
        }
    }

    private static List<String> lines(Part.Members root, SortedMap<Addition.Key, List<Wanted>> lists) {
        return BodyEdit.lines(BodyEdit.indentWithin(root, root.indent()), lists);
    }

    private static int features(Part.Members root) {
        for (int i = 0; i < root.members().size(); i++) {
            if (root.members().get(i).key().text().equals("features")) {
                return i;
            }
        }
        return -1;
    }

    /** Goes up over lines that hold only a comment that is indented like the keys, as far as the value before them. */
    private int aboveComments(int bound, int key, int indent) {
        int at = source.lineStart(key);
        while (at > 0) {
            int above = source.lineStart(at - source.breakBefore(at));
            if (above <= bound || source.indent(above) != indent || !source.has('#', above + indent)) {
                break;
            }
            at = above;
        }
        return at;
    }
}
