package io.whittle.graph.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text that something was read from (a catalogue, a list of tags, a template), kept for messages.
 *
 * @param file the file, as the caller named it
 * @param lines its lines without their ends
 */
public record CatalogSource(Path file, List<String> lines) {
    private static final int WIDEST = 160;

    public CatalogSource {
        lines = lines instanceof TextLines ? lines : List.copyOf(lines);
    }

    /** The source of a text, whatever ends its lines. */
    public static CatalogSource of(Path file, String text) {
        return new CatalogSource(file, new TextLines(text));
    }

    /** {@code file:line:column}, as editors and compilers spell it. */
    public String at(Place place) {
        return file + ":" + place;
    }

    /**
     * The source line of the place and a caret under its column; of a long line only what stands around it. Empty when
     * there is nothing to show: the line is blank, or the place beyond the text.
     */
    public String excerpt(Place place) {
        if (place.line() > lines.size()) {
            return "";
        }
        String line = lines.get(place.line() - 1);
        if (line.isBlank()) {
            return "";
        }
        int at = Offsets.ofColumn(line, place.column());
        int from = line.length() <= WIDEST ? 0 : Math.max(0, at - WIDEST / 2);
        int to = Math.min(line.length(), from + WIDEST);
        from -= from > 0 && Character.isLowSurrogate(line.charAt(from)) ? 1 : 0;
        to -= to < line.length() && Character.isLowSurrogate(line.charAt(to)) ? 1 : 0;
        String before = (from > 0 ? "... " : "") + line.substring(from, at);
        String after = line.substring(at, Math.max(at, to)) + (to < line.length() ? " ..." : "");
        // A tab above stays a tab below, or the caret would point elsewhere.
        String caret = before.codePoints()
                .mapToObj(character -> character == '\t' ? "\t" : " ")
                .collect(Collectors.joining());
        return "    " + before + after + "\n    " + caret + "^";
    }
}
