package io.whittle.graph.resolve;

import java.util.List;

/** Lists in plain words. */
final class Words {
    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; a conjunction may begin with a comma. */
    static String list(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + (conjunction.startsWith(",") ? "" : " ") + conjunction
                        + " " + items.get(last);
    }
}
