package io.whittle.graph.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys this version reads and does nothing with yet. Each that stands in a catalogue is warned of once, or a green
 * build would claim what nobody looked at. A version that acts on one deletes it here.
 */
final class NotYetActedOn {
    static final List<String> KEYS = List.of("budgets");

    private record Met(Place first, int times) {
        Met and(Met other) {
            return new Met(first.compareTo(other.first) <= 0 ? first : other.first, times + other.times);
        }
    }

    private final Map<String, Met> met = new TreeMap<>();

    void met(Node.Text key) {
        if (KEYS.contains(key.text())) {
            met.merge(key.text(), new Met(key.place(), 1), Met::and);
        }
    }

    /** One for each key word that was met, at its first place. */
    List<Notice> warnings() {
        return met.entrySet().stream()
                .map(entry -> new Notice(
                        entry.getValue().first(),
                        text(entry.getKey(), entry.getValue().times())))
                .sorted()
                .toList();
    }

    private static String text(String key, int times) {
        String often = times == 1 ? "it stands here only" : "it stands " + times + " times, here first";
        return "'" + key + "' is read but not acted on by this version (" + often + "): "
                + "nothing in an image or a report changes with it; do not rely on it yet, or remove it until a version acts on it";
    }
}
