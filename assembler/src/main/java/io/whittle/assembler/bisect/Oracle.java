package io.whittle.assembler.bisect;

import java.util.Set;

/**
 * Runs the check on a set.
 *
 * @param <C> a candidate
 */
@FunctionalInterface
public interface Oracle<C> {
    /**
     * Runs the check once.
     *
     * @param closed everything in the image to try, closed under requirements, and unmodifiable
     * @return what this attempt came to; another attempt on the same set may come to something else
     */
    Verdict test(Set<C> closed);
}
