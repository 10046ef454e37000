package io.whittle.assembler.modular;

import io.whittle.assembler.modules.PathEntry;

import java.util.Optional;
import java.util.Set;

/** What jars depend on by their POMs, where a build tool tells it. */
@FunctionalInterface
public interface JarEdges {
    /** Nobody tells: only code says who needs whom. */
    JarEdges UNKNOWN = entry -> Optional.empty();

    /** The labels of the jars that a jar depends on, optional ones left out; empty where nobody knows. */
    Optional<Set<String>> of(PathEntry entry);
}
