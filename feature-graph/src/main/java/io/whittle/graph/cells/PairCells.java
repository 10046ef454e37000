package io.whittle.graph.cells;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.matrix.PairProgress;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.matrix.PairRows;
import io.whittle.graph.matrix.RowProfiles;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.solve.PlatformGraph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of pairs of a platform, under names of their own, and the pairs themselves. */
final class PairCells {
    private final Platform platform;
    private final PairRows pairs;
    private final List<Row> rows;

    private PairCells(Platform platform, PairRows pairs, List<Row> rows) {
        this.platform = platform;
        this.pairs = pairs;
        this.rows = List.copyOf(rows);
    }

    static PairCells of(FeatureCatalog catalog, Platform platform, RowNames names, PairProgress progress) {
        PairRows pairs = PairRows.of(catalog, platform, Integer.MAX_VALUE, progress);
        List<PairRow> named = pairs.rows().stream()
                .map(row -> new PairRow(names.of(row), row.include(), row.exclude()))
                .toList();
        PlatformGraph graph = PlatformGraph.of(RowProfiles.added(catalog, named), platform);
        return new PairCells(
                platform, pairs, named.stream().map(row -> resolve(graph, row)).toList());
    }

    private static Row resolve(PlatformGraph graph, PairRow row) {
        try {
            return new Row(RowKind.PAIRS, Resolver.resolve(graph, row.profile()));
        } catch (UnresolvableException refused) {
            throw new IllegalStateException("a row that cannot be had: " + row, refused);
        }
    }

    Platform platform() {
        return platform;
    }

    List<Row> rows() {
        return rows;
    }

    /** The features of the pairs, none met yet. */
    MetPairs none() {
        return new MetPairs(List.copyOf(pairs.features()));
    }

    /** What is met. Quadratic in the features where a pair is missed. */
    PairCoverage coverage(MetPairs met) {
        boolean whole = met.count() == pairs.feasible();
        Set<MixedPair> impossible = whole ? Set.of() : new HashSet<>(pairs.bound());
        List<MixedPair> missed = whole ? List.of() : met.missed(pair -> !impossible.contains(pair));
        return new PairCoverage(
                platform, pairs.features().size(), pairs.pairs(), pairs.feasible(), met.count(), missed);
    }
}
