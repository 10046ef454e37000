package io.whittle.benchmarks;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

/** Asks for what cannot be had. */
final class Refusal {
    private Refusal() {}

    /** What is said to the profile {@code asked}, message and all. */
    static UnresolvableException of(FeatureCatalog catalog) {
        try {
            Resolver.resolve(catalog, new Request("asked", Catalogs.PLATFORM));
        } catch (UnresolvableException clash) {
            return clash;
        }
        throw new IllegalStateException("what must clash was resolved");
    }
}
