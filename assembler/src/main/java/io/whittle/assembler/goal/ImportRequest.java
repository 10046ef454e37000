package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the import goal is asked.
 *
 * @param uvl the model, in UVL; empty where none was named
 * @param to the catalogue that is to be written; must not exist
 */
public record ImportRequest(Optional<Path> uvl, Path to) {}
