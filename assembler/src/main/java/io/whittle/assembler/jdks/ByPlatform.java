package io.whittle.assembler.jdks;

import io.whittle.graph.catalog.Platform;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user names for platforms.
 *
 * @param each by platform
 * @param others for every other platform
 */
public record ByPlatform(SortedMap<Platform, String> each, Optional<String> others) {
    public ByPlatform {
        each = Collections.unmodifiableSortedMap(new TreeMap<>(each));
    }

    /**
     * What is named for a platform; what is for a processor counts for each variant of it that has none of its own.
     */
    public Optional<String> on(Platform platform) {
        Platform plain = new Platform(platform.os(), platform.arch(), Optional.empty(), platform.libc());
        return Optional.ofNullable(each.get(platform))
                .or(() -> Optional.ofNullable(each.get(plain)))
                .or(() -> others);
    }
}
