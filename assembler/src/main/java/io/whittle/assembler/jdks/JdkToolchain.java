package io.whittle.assembler.jdks;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JDK that a build tool is told of.
 *
 * @param home its folder, as it is written; it may not exist
 * @param provides what is said of it, such as {@code version}, {@code os}, {@code arch}, {@code variant} and {@code libc}
 */
public record JdkToolchain(String home, SortedMap<String, String> provides) {
    public JdkToolchain {
        provides = Collections.unmodifiableSortedMap(new TreeMap<>(provides));
    }

    /** What is said of it under a name. */
    Optional<String> said(String name) {
        return Optional.ofNullable(provides.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
