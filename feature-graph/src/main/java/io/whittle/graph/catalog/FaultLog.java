package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is wrong with a catalogue, gathered while it is read. A fault of shape can be seen without knowing
 * any other line of the file, and the JSON Schema sees it too; a fault of meaning is seen by the reader alone.
 */
final class FaultLog {
    // Nobody reads more, and a file of one long line would be quoted as often.
    private static final int MOST = 500;

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

    /** In the order of the file; of very many the first, and how many more there are. */
    List<Notice> all() {
        List<Notice> all = Stream.concat(shape.stream(), meaning.stream())
                .sorted()
                .distinct()
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        Notice next = all.get(MOST);
        String more = (all.size() - MOST) + " more errors follow from here on; mend the ones above first";
        return Stream.concat(all.stream().limit(MOST), Stream.of(new Notice(next.place(), more)))
                .toList();
    }
}
