package io.whittle.graph.export;

import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.Shard;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A matrix as CI services are told it.
 *
 * @param matrix all of it
 * @param asked what it was asked of
 * @param shard the part that is told; empty when all is
 * @param carried arguments that each cell's own command wants besides, such as the catalogue that was named; may be empty
 * @param bound whether the build links by itself, so that a cell's command names no goal
 */
public record CiMatrix(Matrix matrix, Asked asked, Optional<Shard> shard, List<String> carried, boolean bound) {
    public CiMatrix {
        carried = List.copyOf(carried);
    }

    /**
     * By what it is known whether a matrix that lies somewhere is the one that is meant.
     *
     * @param catalog a hash of what the catalogue says
     * @param profiles names as they were asked for; none for all
     * @param platforms as they were asked for; none for all
     */
    public record Asked(String catalog, SortedSet<String> profiles, SortedSet<String> platforms) {
        public Asked {
            profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
            platforms = Collections.unmodifiableSortedSet(new TreeSet<>(platforms));
        }
    }

    /** The cells that are told. */
    public List<CiCell> cells() {
        List<Cell> told = shard.map(part -> part.of(matrix.cells())).orElse(matrix.cells());
        return told.stream().map(cell -> CiCell.of(this, cell)).toList();
    }
}
