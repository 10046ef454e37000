package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Tags;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A small random catalogue, made from a seed, with a profile {@code p} that may extend others.
 *
 * @param base what is always in
 * @param features in the order of the file
 * @param capabilities in the order of the file
 * @param profiles {@code p}, its parent, and so on
 */
public record RandomModel(
        FeatureBody base, List<Feature> features, List<Capability> capabilities, List<Profile> profiles) {
    static final int MOST_FEATURES = 12;

    public RandomModel {
        features = List.copyOf(features);
        capabilities = List.copyOf(capabilities);
        profiles = List.copyOf(profiles);
    }

    /** A model in which every construct may stand. */
    public static RandomModel of(long seed) {
        return new ModelMaker(seed, true).model();
    }

    /** A model without capabilities, recommendations and glue: it has one smallest answer, or none. */
    static RandomModel withoutChoice(long seed) {
        return new ModelMaker(seed, false).model();
    }

    public FeatureCatalog catalog() {
        return new FeatureCatalog(
                Models.NO_SOURCE,
                Optional.empty(),
                new Base(base, List.of()),
                new TreeMap<>(byName(features, feature -> feature.name().text())),
                new TreeMap<>(
                        byName(capabilities, capability -> capability.name().text())),
                ImageOptions.NONE,
                new TreeMap<>(byName(profiles, profile -> profile.name().text())),
                new TreeMap<>(),
                new TreeMap<>(),
                Tags.NONE);
    }

    /** The model as a file that the reader takes. */
    @Override
    public String toString() {
        return ModelText.of(this);
    }

    private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
        Map<String, T> map = new TreeMap<>();
        items.forEach(item -> map.put(name.apply(item), item));
        return map;
    }
}
