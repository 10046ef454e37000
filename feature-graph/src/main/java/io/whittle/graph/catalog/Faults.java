package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is wrong with a catalogue, gathered while it is read. A fault of shape can be seen without knowing
 * any other line of the file, and the JSON Schema sees it too; a fault of meaning is seen by the reader alone.
 */
final class Faults {
    private final List<Notice> shape = new ArrayList<>();
    private final List<Notice> meaning = new ArrayList<>();

    void shape(Place place, String text) {
        shape.add(new Notice(place, text));
    }

    void meaning(Place place, String text) {
        meaning.add(new Notice(place, text));
    }

    boolean any() {
        return !shape.isEmpty() || !meaning.isEmpty();
    }

    List<Notice> ofShape() {
        return List.copyOf(shape);
    }

    List<Notice> all() {
        return Stream.concat(shape.stream(), meaning.stream()).sorted().toList();
    }
}
