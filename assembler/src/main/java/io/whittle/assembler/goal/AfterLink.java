package io.whittle.assembler.goal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done with an image once jlink has made it.
 *
 * @param runners by platform, as its folder is spelt, such as {@code linux-arm64}: the words that go before {@code bin/java} of an
 *     image which this machine does not run by itself
 * @param reproducible whether it is linked a second time, and must come to the same bytes
 */
public record AfterLink(SortedMap<String, List<String>> runners, boolean reproducible) {
    /** It is left as it is, and nothing foreign can be run. */
    public static final AfterLink NOTHING = new AfterLink(new TreeMap<>(), false);

    public AfterLink {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        runners.forEach((platform, words) -> copy.put(platform, List.copyOf(words)));
        runners = Collections.unmodifiableSortedMap(copy);
    }

    /** By hand, for the reason that {@link io.whittle.assembler.modules.PathEntry} has. */
    @Override
    public String toString() {
        return runners + " " + reproducible;
    }
}
