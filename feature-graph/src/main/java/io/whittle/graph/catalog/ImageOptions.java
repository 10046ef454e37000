package io.whittle.graph.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an image is made: the catalogue's {@code image}, or what a profile says instead.
 *
 * @param launchers by name
 * @param compress {@code zip-0} to {@code zip-9}; empty when this level says nothing
 * @param optimize {@code disk} or {@code transfer}: which of both is to be small; empty when this level says nothing
 * @param strip what to strip ({@code java-debug}, {@code native-debug}); empty when this level says nothing
 * @param locales locales to keep, where jdk.localedata is in; empty when this level says nothing
 * @param cds {@code none}, {@code jdk} or {@code app}: whose classes are archived, so that the image starts quicker; empty when this
 *     level says nothing
 * @param train checks whose runs tell which classes of the application are archived; empty when this level says nothing
 * @param features the file in the image that tells its features, with {@code /} between the parts of its path; empty when this level
 *     says nothing
 */
public record ImageOptions(
        SortedMap<String, Launcher> launchers,
        Optional<Mention> compress,
        Optional<Mention> optimize,
        Optional<List<Mention>> strip,
        Optional<List<Mention>> locales,
        Optional<Mention> cds,
        Optional<List<Mention>> train,
        Optional<Mention> features) {
    /** Says nothing. */
    public static final ImageOptions NONE = new ImageOptions(
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ImageOptions {
        launchers = Collections.unmodifiableSortedMap(new TreeMap<>(launchers));
        strip = strip.map(List::copyOf);
        locales = locales.map(List::copyOf);
        train = train.map(List::copyOf);
    }

    /** These options overridden by a profile's: launchers merge by name, the rest is replaced where the profile speaks. */
    public ImageOptions overriddenBy(ImageOptions profile) {
        Map<String, Launcher> merged = new TreeMap<>(launchers);
        merged.putAll(profile.launchers);
        return new ImageOptions(
                new TreeMap<>(merged),
                profile.compress.or(() -> compress),
                profile.optimize.or(() -> optimize),
                profile.strip.or(() -> strip),
                profile.locales.or(() -> locales),
                profile.cds.or(() -> cds),
                profile.train.or(() -> train),
                profile.features.or(() -> features));
    }
}
