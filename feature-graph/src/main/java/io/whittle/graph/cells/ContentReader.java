package io.whittle.graph.cells;

import io.whittle.graph.resolve.Resolution;

/**
 * Tells what an image of a resolution would hold.
 *
 * @param <X> why it may not be told
 */
@FunctionalInterface
public interface ContentReader<X extends Exception> {
    /** What it would hold. */
    Content read(Resolution resolution) throws X;
}
