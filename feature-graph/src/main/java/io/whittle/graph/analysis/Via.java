package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One step of a chain through the catalogue.
 *
 * @param from the feature that has the entry; empty for base
 * @param kind under which key the entry stands
 * @param to the feature that is required, or the capability that is needed
 * @param place of the entry
 */
public record Via(Optional<String> from, Kind kind, String to, Place place) {
    /** The keys. */
    public enum Kind {
        /** {@code requires}. */
        REQUIRES,
        /** {@code needs}. */
        NEEDS;

        /** As the catalogue spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String words(CatalogSource source) {
        return from.orElse("base") + " " + kind.word() + " " + to + " (" + source.at(place) + ")";
    }

    static String words(List<Via> chain, CatalogSource source) {
        return chain.stream().map(step -> step.words(source)).collect(Collectors.joining(", "));
    }
}
