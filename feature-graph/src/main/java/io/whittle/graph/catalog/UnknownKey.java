package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/** Says what is wrong with a key that its level does not take, and where it would belong. */
final class UnknownKey {
    /** Both take a condition; which level calls it what is easily mixed up. */
    private static final List<String> CONDITIONS = List.of("when", "platforms");

    private UnknownKey() {}

    static String message(String key, Level level, NearestName nearest) {
        String unknown = "'" + key + "' is no key of " + level.words() + ", which takes "
                + String.join(", ", level.keys()) + "; ";
        Optional<String> meant = nearest.to(key, level.keys());
        List<String> takers = Level.taking(key);
        // `module` under base is a slip for `modules` more likely than a launcher gone astray.
        if (meant.isPresent() && (takers.isEmpty() || NearestName.distance(key, meant.get()) == 1)) {
            return unknown + "did you mean '" + meant.get() + "'? Rename it, or remove it";
        }
        Optional<String> twin =
                level.keys().stream().filter(CONDITIONS::contains).findFirst();
        if (CONDITIONS.contains(key) && twin.isPresent()) {
            return unknown + "here a condition over platforms is called '" + twin.get() + "'; rename it";
        }
        return unknown + (takers.isEmpty() ? "remove it" : "it is one of " + either(takers) + ": move it there");
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
