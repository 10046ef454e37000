package io.whittle.assembler.diff;

import io.whittle.graph.catalog.Platform;

import java.util.Comparator;

/**
 * Which image.
 *
 * @param profile the profile, or the row of a matrix
 * @param platform what it is for
 */
public record ImageKey(String profile, Platform platform) implements Comparable<ImageKey> {
    private static final Comparator<ImageKey> ORDER =
            Comparator.comparing(ImageKey::profile).thenComparing(ImageKey::platform);

    @Override
    public int compareTo(ImageKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return profile + " on " + platform;
    }
}
