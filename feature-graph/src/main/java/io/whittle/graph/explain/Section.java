package io.whittle.graph.explain;

import java.util.ArrayList;
import java.util.List;

/** A headed part of a console text: rows of a label and a note, the notes beneath one another. */
final class Section {
    private static final int WIDEST_LABEL = 48;
    private static final int WIDEST_LINE = 100;
    private static final String INDENT = "  ";

    private final String heading;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> closing = new ArrayList<>();

    Section(String heading) {
        this.heading = heading;
    }

    void add(String label, String note) {
        rows.add(new Row(label, note));
    }

    /** Closes with names that share one note, in lines of bearable width. */
    void close(String note, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(INDENT + note + ":");
        for (int i = 0; i < names.size(); i++) {
            String item = names.get(i) + (i < names.size() - 1 ? "," : "");
            if (line.length() + 1 + item.length() > WIDEST_LINE) {
                closing.add(line.toString());
                line = new StringBuilder(INDENT + INDENT + item);
            } else {
                line.append(' ').append(item);
            }
        }
        closing.add(line.toString());
    }

    /** The text, after an empty line; nothing at all when there is nothing to say. */
    String text() {
        if (rows.isEmpty() && closing.isEmpty()) {
            return "";
        }
        int width = width();
        StringBuilder text = new StringBuilder("\n" + heading + "\n");
        for (Row row : rows) {
            String gap = " ".repeat(Math.max(0, width - row.label().length()));
            text.append(INDENT).append(row.label()).append(gap).append("  ").append(row.note());
            text.append('\n');
        }
        closing.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    // A label that is wider than most does not push all notes away.
    private int width() {
        return rows.stream()
                .mapToInt(row -> row.label().length())
                .filter(length -> length <= WIDEST_LABEL)
                .max()
                .orElse(0);
    }

    private record Row(String label, String note) {}
}
