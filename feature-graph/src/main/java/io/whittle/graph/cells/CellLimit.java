package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps as many cells as there is room for: profiles before single features, and of the rows of pairs always the one that meets most
 * pairs which none before it meets. Where all are kept nothing is weighed.
 */
final class CellLimit {
    private final List<Cell> cells;
    private final List<PairCells> pairs;
    private final Map<Platform, MetPairs> met = new LinkedHashMap<>();
    private final Set<Cell> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Weighs the cells, which come in their order. With a limit, quadratic in the rows of pairs, times the square of the features. */
    CellLimit(List<Cell> cells, List<PairCells> pairs, int room) {
        this.cells = cells;
        this.pairs = pairs;
        pairs.forEach(ofPlatform -> met.put(ofPlatform.platform(), ofPlatform.none()));
        List<Cell> last = new ArrayList<>();
        for (Cell cell : cells) {
            if (cells.size() <= room || cell.kind() != RowKind.PAIRS && kept.size() < room) {
                keep(cell);
            } else if (cell.kind() == RowKind.PAIRS) {
                last.add(cell);
            }
        }
        while (kept.size() < room && !last.isEmpty()) {
            Cell best = best(last);
            last.remove(best);
            keep(best);
        }
    }

    /** What there is room for, in order. */
    List<Cell> kept() {
        return cells.stream().filter(kept::contains).toList();
    }

    /** The rest, in order. */
    List<Cell> leftOut() {
        return cells.stream().filter(cell -> !kept.contains(cell)).toList();
    }

    /** What is kept meets so many pairs. */
    List<PairCoverage> coverage() {
        return pairs.stream()
                .map(ofPlatform -> ofPlatform.coverage(met.get(ofPlatform.platform())))
                .toList();
    }

    private void keep(Cell cell) {
        kept.add(cell);
        // Rows of one image may differ in features that bring nothing.
        for (Row row : cell.rows()) {
            met(cell).ifPresent(ofPlatform -> ofPlatform.add(row.resolution()));
        }
    }

    private Cell best(List<Cell> candidates) {
        Cell best = candidates.get(0);
        long most = -1;
        for (Cell cell : candidates) {
            Resolution first = cell.rows().get(0).resolution();
            long gain = met(cell).map(ofPlatform -> ofPlatform.gain(first)).orElse(0L);
            if (gain > most) {
                best = cell;
                most = gain;
            }
        }
        return best;
    }

    private Optional<MetPairs> met(Cell cell) {
        return Optional.ofNullable(met.get(cell.platform()));
    }
}
