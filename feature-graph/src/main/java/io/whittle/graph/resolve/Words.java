package io.whittle.graph.resolve;

import java.util.List;

/** Lists in plain words. */
public final class Words {
    /** Nobody reads more. */
    private static final int MOST = 8;

    private Words() {}

    /**
     * {@code a}, {@code a and b}, {@code a, b and c}; nothing for no items.
     *
     * @param conjunction before the last item; it may begin with a comma
     */
    public static String list(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + (conjunction.startsWith(",") ? "" : " ") + conjunction
                        + " " + items.get(last);
    }

    /** The same, but of more than eight items the first eight and how many more there are: {@code a, b, ... and 4 more}. */
    public static String fewOf(List<String> items, String conjunction) {
        return items.size() > MOST
                ? String.join(", ", items.subList(0, MOST)) + " " + conjunction + " " + (items.size() - MOST) + " more"
                : list(items, conjunction);
    }
}
