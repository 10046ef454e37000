package io.whittle.graph.edit;

import java.util.List;

/** Adds to collections in brackets and braces: on the line, or on a line of its own where each element has one. */
final class FlowEdit {
    private static final int STEP = 2;

    /**
     * One more element.
     *
     * @param text without commas
     * @param reasons for a comment, where there is room for one
     */
    record Element(String text, List<String> reasons) {
        Element {
            reasons = List.copyOf(reasons);
        }
    }

    private final SourceText source;
    private final Insertions insertions;

    FlowEdit(SourceText source, Insertions insertions) {
        this.source = source;
        this.insertions = insertions;
    }

    /** Puts elements first into the collection that is opened at this char. */
    void first(int opened, boolean others, List<Element> elements) {
        within(opened + 1, joined(elements) + (others ? ", " : ""), elements);
    }

    /** Puts elements behind one that takes up these chars. */
    void behind(int start, int end, List<Element> elements) {
        int comma = source.next(end);
        boolean commaFollows = source.has(',', comma);
        int lineEnd = source.lineEnd(end);
        boolean lastOnLine = source.next(commaFollows ? comma + 1 : end) > lineEnd;
        boolean begins = source.beginsLine(start);
        boolean comment = source.text().substring(end, lineEnd).contains("#");
        if (!lastOnLine || !begins && !comment) {
            within(end, ", " + joined(elements), elements);
            return;
        }
        boolean commaHere = commaFollows && comma < lineEnd;
        if (!commaHere) {
            insertions.within(end, ",");
        }
        String indent = " ".repeat(begins ? source.indent(start) : source.indent(end) + STEP);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            String separator = commaHere || i < elements.size() - 1 ? "," : "";
            insertions.lineAfter(end, indent + element.text() + separator + Comments.behind(element.reasons()));
        }
    }

    /** Puts a mapping where an empty value stands; a word for nothing that stands there becomes a comment. */
    void inPlaceOf(Part.Scalar nothing, boolean colon, List<Element> elements) {
        String mapping = (colon ? " {" : ": {") + joined(elements) + "}";
        if (nothing.text().isEmpty()) {
            within(nothing.end(), mapping, elements);
            return;
        }
        insertions.within(nothing.start(), mapping.strip() + " # ");
        insertions.within(nothing.end(), source.usualBreak() + " ".repeat(source.indent(nothing.end()) + STEP));
    }

    private void within(int at, String text, List<Element> elements) {
        insertions.within(at, text);
        if (source.onlyCloses(at)) {
            elements.forEach(element -> insertions.comment(at, element.reasons()));
        }
    }

    private static String joined(List<Element> elements) {
        return String.join(", ", elements.stream().map(Element::text).toList());
    }
}
