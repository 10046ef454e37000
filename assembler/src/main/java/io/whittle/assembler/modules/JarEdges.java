package io.whittle.assembler.modules;

import java.util.Optional;
import java.util.Set;

/** What jars depend on by their POMs, where a build tool tells it. Asked only where it counts: to find out may take its time. */
@FunctionalInterface
public interface JarEdges {
    /** Nobody tells: only code says who needs whom. */
    JarEdges UNKNOWN = entry -> Optional.empty();

    /**
     * The labels of the jars that a jar depends on at run time, optional ones left out, after all clashes of versions are settled; empty
     * where nobody knows.
     */
    Optional<Set<String>> of(PathEntry entry);
}
