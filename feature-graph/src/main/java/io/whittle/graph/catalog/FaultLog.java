package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with a catalogue, gathered while it is read. */
class FaultLog {
    // Nobody reads more, and a file of one long line would be quoted as often.
    private static final int MOST = 500;

    private final List<Notice> notices = new ArrayList<>();

    /** One that is seen without knowing any other line of the file; the JSON Schema sees it too. */
    void shape(Place place, String text) {
        notices.add(new Notice(place, text));
    }

    /** One that the reader alone sees. */
    void meaning(Place place, String text) {
        notices.add(new Notice(place, text));
    }

    boolean any() {
        return !notices.isEmpty();
    }

    /** In the order of the file; of very many the first, and how many more there are. */
    List<Notice> all() {
        List<Notice> all = notices.stream().sorted().distinct().toList();
        if (all.size() <= MOST) {
            return all;
        }
        Notice next = all.get(MOST);
        String more = (all.size() - MOST) + " more errors follow from here on; mend the ones above first";
        return Stream.concat(all.stream().limit(MOST), Stream.of(new Notice(next.place(), more)))
                .toList();
    }
}
