package io.whittle.assembler.goal;

import java.util.List;

/**
 * A file with its sections filled in.
 *
 * @param text all of it, as it would be
 * @param stale what differs from what stands there, one text for each section
 * @param count how many sections there are
 * @param kept how many of them tell of what nobody has measured, and stay as they are
 */
record FilledSections(String text, List<String> stale, int count, int kept) {
    FilledSections {
        stale = List.copyOf(stale);
    }

    String skipped() {
        return kept == 0
                ? ""
                : ", of which " + kept + (kept == 1 ? " was" : " were") + " not looked at, for want of figures";
    }
}
