package io.whittle.graph.explain;

import java.util.List;

/** Lists in plain words. */
final class Lists {
    private Lists() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> items) {
        return join(items, "and");
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String or(List<String> items) {
        return join(items, "or");
    }

    private static String join(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
    }
}
