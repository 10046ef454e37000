package io.whittle.assembler.plan;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.util.List;

/**
 * The jars that may lie on the class path of images.
 *
 * @param entries in the order of the project's path
 * @param edges what they depend on
 */
public record JarPath(List<PathEntry> entries, JarEdges edges) {
    public JarPath {
        entries = List.copyOf(entries);
    }
}
