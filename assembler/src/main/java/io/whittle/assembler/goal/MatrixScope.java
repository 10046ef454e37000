package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.CiMatrix;
import io.whittle.graph.interchange.CatalogHash;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which matrix is meant, in a user's words.
 *
 * @param profiles names; none, or the one word {@code all}, stands for every one
 * @param platforms as the catalogue spells them: of the platforms of each profile only these; none, or
 *     the word {@code all}: all of them
 * @param rows {@code profiles}, {@code features}, {@code pairs}
 * @param maxRows how many cells there may be at most
 * @param acceptCoverage whether a limit may leave cells out
 */
public record MatrixScope(
        List<String> profiles, List<String> platforms, List<String> rows, OptionalInt maxRows, boolean acceptCoverage) {
    public MatrixScope {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        rows = List.copyOf(rows);
    }

    /** The same, as a document tells it. */
    CiMatrix.Asked of(FeatureCatalog catalog) {
        return new CiMatrix.Asked(CatalogHash.of(catalog), named(profiles), named(platforms));
    }

    private static SortedSet<String> named(List<String> words) {
        return words.contains(Resolutions.ALL) ? new TreeSet<>() : new TreeSet<>(words);
    }
}
