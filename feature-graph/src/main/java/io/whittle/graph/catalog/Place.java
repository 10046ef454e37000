package io.whittle.graph.catalog;

/**
 * Where something stands in the catalogue.
 *
 * @param line 1 for the first line
 * @param column 1 for the first character of the line, counted in characters as an editor shows them
 */
public record Place(int line, int column) implements Comparable<Place> {
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Place other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
