package io.whittle.graph.catalog;

import java.util.List;

/** Says what is wrong with a key that its level does not take, and where it would belong. */
final class UnknownKey {
    private UnknownKey() {}

    static String message(String key, Level level, NearestName nearest) {
        String unknown = "'" + key + "' is no key of " + level.words();
        List<String> takers = Level.taking(key);
        String known = "; " + level.words() + " takes " + String.join(", ", level.keys());
        if (!takers.isEmpty()) {
            return unknown + ", but of " + either(takers) + "; move it there" + known;
        }
        return nearest.to(key, level.keys())
                .map(name -> unknown + "; did you mean '" + name + "'? Rename it, or remove it" + known)
                .orElse(unknown + "; remove it" + known);
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
