package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Variant;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A catalogue as it would be if entries of {@code requires} said less. */
final class EditedCatalog {
    private EditedCatalog() {}

    static FeatureCatalog of(FeatureCatalog catalog, List<Mend.Requirement> edits) {
        Base base = catalog.base();
        SortedMap<String, Feature> features = new TreeMap<>(catalog.features());
        for (Mend.Requirement edit : edits) {
            if (edit.feature().isEmpty()) {
                base = new Base(requiring(base.body(), edit), base.dynamic());
            } else {
                features.computeIfPresent(edit.feature().get(), (name, feature) -> requiring(feature, edit));
            }
        }
        return catalog.withBase(base).withFeatures(features);
    }

    private static Feature requiring(Feature feature, Mend.Requirement edit) {
        return new Feature(
                feature.name(),
                feature.summary(),
                feature.internal(),
                feature.platforms(),
                requiring(feature.body(), edit),
                feature.variants().stream()
                        .map(variant -> new Variant(variant.when(), requiring(variant.body(), edit), variant.place()))
                        .toList(),
                feature.recommends(),
                feature.ifPresent(),
                feature.conflicts(),
                feature.auto(),
                feature.fallback(),
                feature.checks(),
                feature.dynamic(),
                feature.tag());
    }

    private static FeatureBody requiring(FeatureBody body, Mend.Requirement edit) {
        List<Edge> requires = body.requires().stream()
                .flatMap(edge -> edge.equals(edit.edge())
                        ? edit.when().map(when -> new Edge(edge.target(), when)).stream()
                        : Stream.of(edge))
                .toList();
        return new FeatureBody(body.modules(), body.artifacts(), body.jdkModules(), requires, body.needs());
    }
}
