package io.whittle.assembler.cost;

import java.util.regex.Pattern;

/** Of a message of several lines the first, which says what is wrong. */
final class OneLine {
    private static final Pattern PLACE = Pattern.compile("^.+?:\\d+:\\d+: error: ");

    private OneLine() {}

    static String of(String message) {
        String line = message.lines().findFirst().orElse("");
        line = PLACE.matcher(line).replaceFirst("");
        return line.replaceFirst("[:.]$", "");
    }
}
