package io.whittle.graph.cells;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.Set;

/**
 * Of what a matrix is made.
 *
 * @param catalog the catalogue
 * @param profiles what its profiles come to on their platforms; a row each where such rows are asked for
 * @param platforms those that rows of features and pairs are for, each once
 * @param kinds what rows are asked for
 * @param mostCells how many cells there is room for
 */
public record MatrixQuestion(
        FeatureCatalog catalog,
        List<Resolution> profiles,
        List<Platform> platforms,
        Set<RowKind> kinds,
        int mostCells) {
    public MatrixQuestion {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        kinds = Set.copyOf(kinds);
    }
}
