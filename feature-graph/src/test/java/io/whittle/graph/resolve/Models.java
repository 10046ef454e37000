package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parts of catalogues made without a file, for tests that make thousands. */
final class Models {
    static final Place NOWHERE = new Place(1, 1);
    static final CatalogSource NO_SOURCE = new CatalogSource(Path.of("feature-tags.yaml"), List.of());

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

    static FeatureBody body(List<Edge> requires, List<Edge> needs) {
        return new FeatureBody(List.of(), List.of(), List.of(), requires, needs);
    }

    static Variant variant(PlatformCondition when, FeatureBody body) {
        return new Variant(when, body, NOWHERE);
    }

    /** A feature that requires, needs and is nothing yet. */
    static Feature feature(String name) {
        return new Feature(
                name(name),
                Optional.empty(),
                false,
                PlatformCondition.ALWAYS,
                FeatureBody.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
