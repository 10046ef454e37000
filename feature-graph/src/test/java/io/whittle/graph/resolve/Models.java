package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Tags;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Catalogues made without a file, for tests that make thousands. */
final class Models {
    static final Place NOWHERE = new Place(1, 1);

    private Models() {}

    static Mention name(String text) {
        return new Mention(text, NOWHERE);
    }

    static Edge edge(String target, PlatformCondition when) {
        return new Edge(name(target), when);
    }

    static Word word(String feature, PlatformCondition when) {
        return new Word(name(feature), Optional.empty(), when);
    }

    static FeatureBody body(List<Edge> requires) {
        return new FeatureBody(List.of(), List.of(), List.of(), requires, List.of());
    }

    static Feature feature(
            String name, boolean internal, PlatformCondition platforms, List<Edge> requires, List<Variant> variants) {
        return new Feature(
                name(name),
                Optional.empty(),
                internal,
                platforms,
                body(requires),
                variants,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Profile profile(String name, Optional<String> parent, boolean all, List<Word> include, List<Word> exclude) {
        return new Profile(
                name(name),
                Optional.empty(),
                parent.map(Models::name),
                all ? Optional.of(NOWHERE) : Optional.empty(),
                include,
                exclude,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                ImageOptions.NONE);
    }

    static FeatureCatalog catalog(List<Edge> base, Map<String, Feature> features, Map<String, Profile> profiles) {
        return new FeatureCatalog(
                new CatalogSource(Path.of("feature-tags.yaml"), List.of()),
                Optional.empty(),
                new Base(body(base), List.of()),
                new TreeMap<>(features),
                new TreeMap<>(),
                ImageOptions.NONE,
                new TreeMap<>(profiles),
                new TreeMap<>(),
                Tags.NONE);
    }
}
