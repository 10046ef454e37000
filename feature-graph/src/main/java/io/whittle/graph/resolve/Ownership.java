package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.Optional;

/** To whom the catalogue gives a module or artifact, and where it says so. */
public sealed interface Ownership {
    /** Where the catalogue names the module or artifact. */
    Place place();

    /** The feature behind it; empty for base. */
    Optional<String> feature();

    /** Base's own: always in. */
    record ByBase(Place place) implements Ownership {
        @Override
        public Optional<String> feature() {
            return Optional.empty();
        }
    }

    /** In whenever the feature is in. */
    record ByFeature(String name, Place place) implements Ownership {
        @Override
        public Optional<String> feature() {
            return Optional.of(name);
        }
    }

    /** In whenever the feature is in and the condition of its variant holds. */
    record ByVariant(String name, PlatformCondition when, Place place) implements Ownership {
        @Override
        public Optional<String> feature() {
            return Optional.of(name);
        }
    }

    /** In whenever the feature is out. */
    record ByFallback(String name, Place place) implements Ownership {
        @Override
        public Optional<String> feature() {
            return Optional.of(name);
        }
    }
}
