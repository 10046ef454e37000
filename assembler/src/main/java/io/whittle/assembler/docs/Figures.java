package io.whittle.assembler.docs;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with measured figures in them. Those of two builds are never quite the same, and a document that follows each of them is
 * never up to date: sizes that are within 5 % or 64 KiB of each other, and times within 25 % or 100 ms, are the same.
 */
final class Figures {
    private static final Pattern FIGURE = Pattern.compile("(\\d+(?:\\.\\d+)?) (bytes|KiB|MiB|GiB|ms|s)\\b");
    private static final Map<String, Double> SIZES = Map.of("bytes", 1.0, "KiB", 1024.0, "MiB", 0x1p20, "GiB", 0x1p30);

    private Figures() {}

    /** Whether two texts are the same but for figures, and these near enough. Linear in both. */
    static boolean near(String one, String other) {
        Matcher left = FIGURE.matcher(one);
        Matcher right = FIGURE.matcher(other);
        int atLeft = 0;
        int atRight = 0;
        while (left.find()) {
            if (!right.find()
                    || !one.substring(atLeft, left.start()).equals(other.substring(atRight, right.start()))
                    || !near(left, right)) {
                return false;
            }
            atLeft = left.end();
            atRight = right.end();
        }
        return one.substring(atLeft).equals(other.substring(atRight));
    }

    private static boolean near(Matcher left, Matcher right) {
        boolean size = SIZES.containsKey(left.group(2));
        if (size != SIZES.containsKey(right.group(2))) {
            return false;
        }
        double one = amount(left, size);
        double other = amount(right, size);
        double most = Math.max(one, other);
        return Math.abs(one - other) <= (size ? Math.max(0.05 * most, 64 * 1024) : Math.max(0.25 * most, 100));
    }

    /** Bytes, or milliseconds. */
    private static double amount(Matcher figure, boolean size) {
        double number = Double.parseDouble(figure.group(1));
        return size ? number * SIZES.get(figure.group(2)) : figure.group(2).equals("s") ? number * 1000 : number;
    }
}
