package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The hard sentences of a catalogue without conditions, as the format says them: one of the literals holds at least. */
record Sentences(List<List<Literal>> each) {
    /** A feature in, or out. */
    record Literal(String feature, boolean in) {}

    static Sentences of(FeatureCatalog catalog) {
        List<List<Literal>> each = new ArrayList<>();
        body(catalog, catalog.base().body(), List.of(), each);
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            body(catalog, feature.body(), List.of(new Literal(name, false)), each);
            for (Conflict conflict : feature.conflicts()) {
                each.add(List.of(
                        new Literal(name, false), new Literal(conflict.feature().text(), false)));
            }
        }
        for (Capability capability : catalog.capabilities().values()) {
            List<Mention> providers = capability.exclusive() ? capability.providers() : List.of();
            for (int i = 0; i < providers.size(); i++) {
                for (int j = i + 1; j < providers.size(); j++) {
                    each.add(List.of(
                            new Literal(providers.get(i).text(), false),
                            new Literal(providers.get(j).text(), false)));
                }
            }
        }
        return new Sentences(each);
    }

    private static void body(FeatureCatalog catalog, FeatureBody body, List<Literal> owner, List<List<Literal>> each) {
        for (Edge required : body.requires()) {
            each.add(Stream.concat(
                            owner.stream(),
                            Stream.of(new Literal(required.target().text(), true)))
                    .toList());
        }
        for (Edge needed : body.needs()) {
            Stream<Literal> providers = catalog
                    .capabilities()
                    .get(needed.target().text())
                    .providers()
                    .stream()
                    .map(provider -> new Literal(provider.text(), true));
            each.add(Stream.concat(owner.stream(), providers).toList());
        }
    }
}
