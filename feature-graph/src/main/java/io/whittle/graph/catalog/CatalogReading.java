package io.whittle.graph.catalog;

import java.util.List;

/**
 * A catalogue without faults, and what its author should hear all the same.
 *
 * @param catalog what the file says
 * @param warnings in the order of the file; render them with {@code warning} and {@link FeatureCatalog#source()}
 */
public record CatalogReading(FeatureCatalog catalog, List<Notice> warnings) {
    public CatalogReading {
        warnings = List.copyOf(warnings);
    }
}
