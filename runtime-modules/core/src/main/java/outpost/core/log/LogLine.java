package outpost.core.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the log. Text from outside cannot forge a second line: control characters are shown by their number, and what is
 * longer than {@value #LIMIT} characters is cut.
 *
 * @param source the feature that speaks, or {@code node}
 */
public record LogLine(Instant at, LogLevel level, String source, String message) {
    private static final int LIMIT = 4096;

    public LogLine {
        message = clean(message);
    }

    /** What is written after the time: {@code [v1] dns: forwarded a question}. */
    public String text() {
        return level.prefix() + source + ": " + message;
    }

    /** The whole line as it goes to a terminal or a file, without a line break. */
    @Override
    public String toString() {
        return at.truncatedTo(ChronoUnit.MILLIS) + " " + text();
    }

    private static String clean(String message) {
        String cut = message.length() <= LIMIT ? message : message.substring(0, LIMIT) + " (cut)";
        if (cut.chars().noneMatch(Character::isISOControl)) {
            return cut;
        }
        StringBuilder clean = new StringBuilder(cut.length() + 16);
        cut.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                clean.append(String.format("\\u%04x", c));
            } else {
                clean.append((char) c);
            }
        });
        return clean.toString();
    }
}
