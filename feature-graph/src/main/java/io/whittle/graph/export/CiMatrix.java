package io.whittle.graph.export;

import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.Shard;

import java.util.List;
import java.util.Optional;

/**
 * A matrix as CI services are told it.
 *
 * @param matrix all of it
 * @param shard the part that is told; empty when all is
 * @param carried arguments that each cell's own command wants besides, such as the catalogue that was named; may be empty
 */
public record CiMatrix(Matrix matrix, Optional<Shard> shard, List<String> carried) {
    public CiMatrix {
        carried = List.copyOf(carried);
    }

    /** The cells that are told. */
    public List<CiCell> cells() {
        List<Cell> told = shard.map(part -> part.of(matrix.cells())).orElse(matrix.cells());
        return told.stream().map(cell -> CiCell.of(this, cell)).toList();
    }
}
