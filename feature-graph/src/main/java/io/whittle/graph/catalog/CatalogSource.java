package io.whittle.graph.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * The text a catalogue was read from, kept for messages.
 *
 * @param file the file, as the caller named it
 * @param lines its lines without their ends
 */
public record CatalogSource(Path file, List<String> lines) {
    public CatalogSource {
        lines = List.copyOf(lines);
    }

    /** {@code file:line:column}, as editors and compilers spell it. */
    public String at(Place place) {
        return file + ":" + place;
    }

    /** The source line of the place and a caret under its column; empty when the place is beyond the text. */
    public String excerpt(Place place) {
        if (place.line() > lines.size()) {
            return "";
        }
        String line = lines.get(place.line() - 1);
        StringBuilder caret = new StringBuilder();
        // A tab above stays a tab below, or the caret would point elsewhere.
        for (int i = 0; i < place.column() - 1; i++) {
            caret.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return "    " + line + "\n    " + caret + "^";
    }
}
