package io.whittle.assembler.bisect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Collections.unmodifiableMap;
import static java.util.Collections.unmodifiableSet;

/**
 * An image that fails, a superset of it that passes, and what requires what. The order of the superset decides wherever
 * nothing else does, so one that keeps an order gives the same answer each time.
 *
 * @param image what is in the image that fails
 * @param superset what is in the one that passes; contains the image
 * @param requires what each candidate requires directly; circles are allowed, and one without an entry requires nothing
 * @param <C> a candidate: a feature or a module, with {@code equals} and {@code hashCode}
 */
public record Candidates<C>(Set<C> image, Set<C> superset, Map<C, Set<C>> requires) {
    /**
     * Copies what is given.
     *
     * @throws IllegalArgumentException if the superset lacks something of the image, or either is not closed; names all of it
     */
    public Candidates {
        image = ordered(image);
        superset = ordered(superset);
        Map<C, Set<C>> copy = new LinkedHashMap<>();
        requires.forEach((candidate, required) -> copy.put(candidate, ordered(required)));
        requires = unmodifiableMap(copy);
        Set<C> missing = minus(image, superset);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the superset lacks " + missing + " of the image");
        }
        requireClosed("image", image, requires);
        requireClosed("superset", superset, requires);
    }

    private static <C> void requireClosed(String what, Set<C> set, Map<C, Set<C>> requires) {
        Set<C> missing = new LinkedHashSet<>();
        set.forEach(candidate -> missing.addAll(minus(requires.getOrDefault(candidate, Set.of()), set)));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the " + what + " is not closed: something in it requires " + missing + ", which is not in it");
        }
    }

    private static <C> Set<C> ordered(Collection<C> set) {
        return unmodifiableSet(new LinkedHashSet<>(set));
    }

    private static <C> Set<C> minus(Set<C> set, Set<C> without) {
        Set<C> rest = new LinkedHashSet<>(set);
        rest.removeAll(without);
        return rest;
    }

    /** What the superset has and the image lacks, in the order of the superset. */
    List<C> lacking() {
        return List.copyOf(minus(superset, image));
    }
}
