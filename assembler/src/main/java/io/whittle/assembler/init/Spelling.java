package io.whittle.assembler.init;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of Java as names of a catalogue: {@code dnsProxy} becomes {@code dns-proxy}. */
final class Spelling {
    private Spelling() {}

    /** What all of several names begin with, in whole words between dots. */
    static int common(List<List<String>> names) {
        int length = 0;
        while (true) {
            int at = length;
            boolean shared = names.stream()
                    .allMatch(name ->
                            name.size() > at && name.get(at).equals(names.get(0).get(at)));
            if (names.isEmpty() || !shared) {
                return length;
            }
            length++;
        }
    }

    /** Small letters, digits and dashes, a letter first. */
    static String kebab(String name) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        // Catalogues have no name without a letter in front, Java has.
        return words.matches("[a-z].*") ? words : ("module-" + words).replaceAll("-$", "");
    }

    /** What stands behind the last dot. */
    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
