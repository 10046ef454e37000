package io.whittle.graph.catalog;

import java.util.List;

/** Finds the place of a character inside a scalar, whose text and whose source differ by quotes and folded lines. */
record ScalarPlaces(CatalogSource source) {
    /**
     * The place of the character at this offset of the scalar's text. Text and source are walked side by side and
     * spaces count in neither; where they differ otherwise (escapes), it is the scalar's own place.
     */
    Place of(Node.Text scalar, int offset) {
        Cursor cursor = new Cursor(scalar);
        int end = Math.min(offset, scalar.text().length() - 1);
        for (int i = 0; i <= end; i++) {
            if (Character.isWhitespace(scalar.text().charAt(i))) {
                continue;
            }
            if (!cursor.toNextOf(scalar.text().charAt(i))) {
                return scalar.place();
            }
            if (i < offset) {
                cursor.at++;
            }
        }
        return cursor.place();
    }

    private final class Cursor {
        private int line;
        private String text;
        private int at;

        Cursor(Node.Text scalar) {
            line = scalar.line();
            text = lines().get(line - 1);
            at = Offsets.ofColumn(text, scalar.column());
            if (!scalar.plain() && at < text.length()) {
                boolean block = text.charAt(at) == '|' || text.charAt(at) == '>';
                at = block ? text.length() : at + 1;
            }
        }

        /** Goes over spaces and ends of lines; whether the next character is this one. */
        boolean toNextOf(char expected) {
            while (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
                if (at < text.length()) {
                    at++;
                } else if (line < lines().size()) {
                    text = lines().get(line);
                    line++;
                    at = 0;
                } else {
                    return false;
                }
            }
            return text.charAt(at) == expected;
        }

        Place place() {
            return new Place(line, Offsets.column(text, at));
        }

        private List<String> lines() {
            return source.lines();
        }
    }
}
