package io.whittle.graph.interchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names that a catalogue takes: small letters, digits and {@code -}, each once, the same for the same questions. */
final class CatalogNames {
    // Far below the 1,024 characters that a key of YAML may have.
    private static final int LONGEST = 120;

    private final Set<String> given = new HashSet<>();

    /** A name like this one; where another has it already, with a number behind it. */
    String like(String original) {
        String plain = spelled(original);
        String name = plain;
        for (int number = 2; !given.add(name); number++) {
            name = plain + "-" + number;
        }
        return name;
    }

    static String spelled(String original) {
        String words = Normalizer.normalize(original.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("([a-z0-9])([A-Z])(?=[a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String begun = words.isEmpty() ? "feature" : Character.isDigit(words.charAt(0)) ? "f-" + words : words;
        return begun.substring(0, Math.min(begun.length(), LONGEST)).replaceAll("-+$", "");
    }
}
