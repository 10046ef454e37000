package io.whittle.graph.analysis;

import java.util.List;

/** Names in plain words. */
final class Names {
    /** Nobody reads more. */
    private static final int MOST = 8;

    private Names() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; of many the first, and how many more. */
    static String list(List<String> names, String conjunction) {
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST)) + " " + conjunction + " " + (names.size() - MOST)
                    + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + conjunction + " " + names.get(last);
    }
}
