package io.whittle.assembler.audit;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Variant;

import java.util.List;
import java.util.stream.Stream;

/** What the catalogue says of an owner, whatever the platform. */
record Declarations(FeatureCatalog catalog) {
    /** Where the owner begins. */
    Place place(Owner owner) {
        return owner.feature()
                .map(name -> catalog.features().get(name).name().place())
                .orElseGet(() -> bodies(owner)
                        .flatMap(body -> body.modules().stream())
                        .map(Mention::place)
                        .findFirst()
                        .orElse(new Place(1, 1)));
    }

    /** Every entry of {@code requires}, those of variants among them. */
    List<Edge> requires(Owner owner) {
        return bodies(owner).flatMap(body -> body.requires().stream()).toList();
    }

    /** Entries of {@code requires} that are no variant's. */
    List<Edge> own(Owner owner) {
        return owner.feature()
                .map(name -> catalog.features().get(name).body())
                .orElse(catalog.base().body())
                .requires();
    }

    /** Every module it has, those of variants among them. */
    List<String> modules(Owner owner) {
        return bodies(owner)
                .flatMap(body -> body.modules().stream())
                .map(Mention::text)
                .toList();
    }

    /** Whether a feature says of another that it uses it where it is there, or comes in with it. */
    boolean bearsAbsence(Owner owner, String other) {
        return owner.feature().map(name -> catalog.features().get(name)).stream()
                .anyMatch(feature -> feature.ifPresent().stream()
                                .anyMatch(mention -> mention.text().equals(other))
                        || feature.auto().stream()
                                .anyMatch(mention -> mention.text().equals(other))
                        || feature.recommends().stream()
                                .anyMatch(edge -> edge.target().text().equals(other)));
    }

    private Stream<FeatureBody> bodies(Owner owner) {
        if (owner.feature().isEmpty()) {
            return Stream.of(catalog.base().body());
        }
        Feature feature = catalog.features().get(owner.name());
        return Stream.concat(
                Stream.of(feature.body()), feature.variants().stream().map(Variant::body));
    }
}
