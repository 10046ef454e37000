package io.whittle.assembler.jdks;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The feature version in a version as people write it. */
public final class FeatureVersion {
    private static final Pattern VERSION = Pattern.compile("(?:1\\.)?([0-9]{1,4})(?:[.+_-].*)?");

    private FeatureVersion() {}

    /** 17 of {@code 17}, {@code 17.0.15} and {@code 17.0.15+6}, and 8 of {@code 1.8}; empty when it is no version. */
    public static OptionalInt of(String text) {
        Matcher version = VERSION.matcher(text.strip());
        return version.matches() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
    }
}
