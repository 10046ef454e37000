package io.whittle.assembler.goal;

import java.util.Optional;

/**
 * Cells of a matrix, to be linked in place of profiles.
 *
 * @param cell the id or the name of one; then no profile and no limit is looked at
 * @param shard which part of all, such as {@code 2/5}; with neither it is all of them
 * @param scope of which matrix
 */
public record CellChoice(Optional<String> cell, Optional<String> shard, MatrixScope scope) {}
