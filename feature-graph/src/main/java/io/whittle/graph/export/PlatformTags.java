package io.whittle.graph.export;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tags that are written for a resolution.
 *
 * @param resolution what is in
 * @param tags in order
 */
public record PlatformTags(Resolution resolution, SortedSet<String> tags) {
    public PlatformTags {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** Writes the tags of a resolution. */
    public static PlatformTags of(TagNames names, Resolution resolution) {
        return new PlatformTags(resolution, names.written(resolution.in()));
    }

    /** The platform it is for. */
    public Platform platform() {
        return resolution.platform();
    }
}
