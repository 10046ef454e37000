package io.whittle.graph.catalog;

/** Columns count characters from 1, strings count chars from 0: the one place where the two meet. */
final class Offsets {
    private Offsets() {}

    /** The column of the char at this offset of a line. */
    static int column(String line, int offset) {
        return line.codePointCount(0, offset) + 1;
    }

    /** The offset of the char at this column of a line; the line's length when the column is beyond its end. */
    static int ofColumn(String line, int column) {
        int offset = 0;
        for (int at = 1; at < column && offset < line.length(); at++) {
            offset += Character.charCount(line.codePointAt(offset));
        }
        return offset;
    }
}
