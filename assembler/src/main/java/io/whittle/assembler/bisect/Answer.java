package io.whittle.assembler.bisect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static java.util.Collections.unmodifiableSet;

/**
 * A set that heals: with it the check passes, with less of it it does not.
 *
 * @param culprits what to ask for, dependencies first. Nothing of what a culprit requires is among them, since that comes by itself;
 *     of a circle the first in the order of the superset
 * @param added all that the image grows by: the culprits, and what they require
 * @param <C> a candidate
 */
public record Answer<C>(List<C> culprits, Set<C> added) {
    /** Copies what is given. */
    public Answer {
        culprits = List.copyOf(culprits);
        added = unmodifiableSet(new LinkedHashSet<>(added));
    }
}
