package io.whittle.graph.export;

import java.util.List;
import java.util.stream.Collectors;

/** Writes tags.txt, which a build hands on as it is: {@code go build -tags "$(cat tags.txt)"}. */
public final class TagsText {
    private TagsText() {}

    /**
     * Sorted tags with commas between them. One line when all platforms agree; else a line for each, in the order given,
     * that begins with the platform and {@code ": "}.
     *
     * @param platforms one profile's tags; at least one
     */
    public static String write(List<PlatformTags> platforms) {
        if (agree(platforms)) {
            return line(platforms.get(0)) + "\n";
        }
        return platforms.stream()
                .map(tags -> tags.platform() + ": " + line(tags) + "\n")
                .collect(Collectors.joining());
    }

    /** Whether one line says it for all. */
    static boolean agree(List<PlatformTags> platforms) {
        return platforms.stream().map(PlatformTags::tags).distinct().count() == 1;
    }

    private static String line(PlatformTags tags) {
        return String.join(",", tags.tags());
    }
}
