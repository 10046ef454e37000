package io.whittle.graph.cells;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.matrix.PairRow;

/** Names for rows that are no profiles of the catalogue, by which a profile can be told apart from them. */
final class RowNames {
    private final String ofFeatures;
    private final String ofPairs;

    RowNames(FeatureCatalog catalog) {
        this.ofFeatures = free(catalog, "feature-");
        this.ofPairs = free(catalog, "row-");
    }

    String of(String feature) {
        return ofFeatures + feature;
    }

    /** A name that depends on the row alone, and on nothing that stands beside it. */
    String of(PairRow row) {
        return ofPairs + Cell.hash(String.join("\n", row.include()) + "\n\n" + String.join("\n", row.exclude()));
    }

    private static String free(FeatureCatalog catalog, String word) {
        String prefix = word;
        // Of all names with this beginning, the first is the next after it.
        while (!catalog.profiles().subMap(prefix, prefix + Character.MAX_VALUE).isEmpty()) {
            prefix = "cell-" + prefix;
        }
        return prefix;
    }
}
