package outpost.daemon;

import java.util.Comparator;
import java.util.List;

/** The known word that is least unlike a wrong one, by edit distance (Levenshtein 1966). */
final class Nearest {
    private Nearest() {}

    /** Of several equally near, the first in the list. */
    static String of(String wrong, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(wrong, word)))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
