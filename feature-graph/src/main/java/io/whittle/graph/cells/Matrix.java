package io.whittle.graph.cells;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All images that a run is about.
 *
 * @param catalog what they were read from
 * @param kinds what its rows are
 * @param cells those that are kept, by kind, name and platform
 * @param leftOut those that a limit leaves no room for
 * @param coverage of pairs, by platform, where rows of pairs were asked for
 * @param notAlone features of which some platform has no image, where single features were asked for
 */
public record Matrix(
        FeatureCatalog catalog,
        Set<RowKind> kinds,
        List<Cell> cells,
        List<Cell> leftOut,
        List<PairCoverage> coverage,
        List<NotAlone> notAlone) {
    public Matrix {
        kinds = Set.copyOf(kinds);
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
        coverage = List.copyOf(coverage);
        notAlone = List.copyOf(notAlone);
    }

    /** Its kinds as a user asks for them. */
    public List<String> kindWords() {
        return new TreeSet<>(kinds).stream().map(RowKind::word).toList();
    }

    /** Whether each profile and each single feature has its cell, and every pair that can be is met: what is left out is not missed. */
    public boolean coversAll() {
        return leftOut.stream().allMatch(cell -> cell.kind() == RowKind.PAIRS)
                && coverage.stream().allMatch(PairCoverage::whole);
    }

    /** How many rows its cells stand for. */
    public long rows() {
        return cells.stream().mapToLong(cell -> cell.rows().size()).sum();
    }
}
