package io.whittle.graph.catalog;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds the name somebody may have meant: the nearest by optimal string alignment (edits and swaps of neighbours, each
 * counting one), if it is near enough. Work is bounded, so that a file full of wrong names is still answered soon; when
 * the bound is reached there are no more hints.
 */
public final class NearestName {
    private long work = 20_000_000;

    /** The nearest of the names; the first in order among equals. */
    public Optional<String> to(String wrong, Collection<String> names) {
        int limit = Math.max(1, wrong.length() / 3);
        String nearest = null;
        int best = limit + 1;
        for (String name : names) {
            work -= 8;
            if (work < 0) {
                return Optional.empty();
            }
            if (Math.abs(name.length() - wrong.length()) >= best) {
                continue;
            }
            work -= (long) name.length() * wrong.length();
            int distance = distance(wrong, name);
            if (distance < best || distance == best && nearest != null && name.compareTo(nearest) < 0) {
                best = distance;
                nearest = name;
            }
        }
        return best <= limit ? Optional.ofNullable(nearest) : Optional.empty();
    }

    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
