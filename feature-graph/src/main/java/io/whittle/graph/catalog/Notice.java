package io.whittle.graph.catalog;

/**
 * Something to tell the author of a catalogue: a fault, or a warning.
 *
 * @param place where it is seen
 * @param text what is wrong, the nearest right thing, and what to do; one or more lines, no place in it
 */
public record Notice(Place place, String text) implements Comparable<Notice> {
    /**
     * As a compiler prints it: {@code file:line:column: kind: text}, the source line, and a caret; further lines of the
     * text follow.
     *
     * @param kind {@code error} or {@code warning}
     */
    public String render(CatalogSource source, String kind) {
        String excerpt = source.excerpt(place);
        String[] parts = text.split("\n", 2);
        return source.at(place) + ": " + kind + ": " + parts[0]
                + (excerpt.isEmpty() ? "" : "\n" + excerpt)
                + (parts.length == 1 ? "" : "\n" + parts[1]);
    }

    @Override
    public int compareTo(Notice other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : text.compareTo(other.text);
    }
}
