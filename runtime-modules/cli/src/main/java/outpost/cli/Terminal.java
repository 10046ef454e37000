package outpost.cli;

import java.util.List;

/** Text as a terminal takes it. */
final class Terminal {
    private Terminal() {}

    /** Names and records come from the network: none may move the cursor or change colours. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Rows in columns that are as wide as their widest cell, two spaces apart; no spaces at the end of a line. */
    static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> safe(other.get(at)).length())
                        .max()
                        .orElse(0);
                String cell = safe(row.get(column));
                line.append(cell).append(" ".repeat(width - cell.length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
