package io.whittle.graph.export;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells a program at run time which features it has: a properties file of Java, in ASCII. Equal features give equal text.
 *
 * @param profile the profile; empty where the file belongs to an image, which other profiles may come to as well
 * @param platform the platform
 * @param features by name, whether each is in
 */
public record FeatureProperties(Optional<String> profile, Platform platform, SortedMap<String, Boolean> features) {
    public FeatureProperties {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }

    /** Those of a resolution, with the name of its profile. Linear in the features of the catalogue. */
    public static FeatureProperties of(Resolution resolution) {
        return new FeatureProperties(
                Optional.of(resolution.profile().name()), resolution.platform(), features(resolution));
    }

    /** Those of a resolution, for an image. */
    public static FeatureProperties ofImage(Resolution resolution) {
        return new FeatureProperties(Optional.empty(), resolution.platform(), features(resolution));
    }

    private static SortedMap<String, Boolean> features(Resolution resolution) {
        SortedMap<String, Boolean> features = new TreeMap<>();
        put(features, resolution.in(), true);
        put(features, resolution.out(), false);
        return features;
    }

    private static void put(SortedMap<String, Boolean> features, Set<String> names, boolean in) {
        names.forEach(name -> features.put(name, in));
    }

    /** The text. Names of profiles, platforms and features have nothing in them that a properties file would escape. */
    public String text() {
        StringBuilder text = new StringBuilder("# The features of this application. Written by Whittle.\n");
        profile.ifPresent(name -> text.append("profile=").append(name).append('\n'));
        text.append("platform=").append(platform).append('\n');
        features.forEach((name, in) -> text.append("feature.")
                .append(name)
                .append('=')
                .append(in ? "in" : "out")
                .append('\n'));
        return text.toString();
    }
}
