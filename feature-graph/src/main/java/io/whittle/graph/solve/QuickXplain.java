package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds a smallest clash by Ulrich Junker, QuickXplain: Preferred Explanations and Relaxations for Over-Constrained Problems
 * (AAAI 2004).
 *
 * @param <T> what may clash
 */
public final class QuickXplain<T> {
    private final Predicate<List<T>> meets;

    private QuickXplain(Predicate<List<T>> meets) {
        this.meets = meets;
    }

    /**
     * A part of the statements that cannot be met, while each smaller part of it can; empty when not even nothing can be met. Of
     * several such parts, one that needs as few as possible of the later statements. Asks {@code k log(n / k)} times, for a
     * clash of {@code k} among {@code n}.
     *
     * @param statements that cannot be met together
     * @param meets whether some statements can be met; what can be met can with fewer, too
     */
    public static <T> List<T> smallest(List<T> statements, Predicate<List<T>> meets) {
        if (!meets.test(List.of())) {
            return List.of();
        }
        return new QuickXplain<>(meets).search(List.of(), false, statements);
    }

    private List<T> search(List<T> background, boolean grown, List<T> candidates) {
        if (grown && !meets.test(background)) {
            return List.of();
        }
        if (candidates.size() == 1) {
            return candidates;
        }
        int half = candidates.size() / 2;
        List<T> first = candidates.subList(0, half);
        List<T> second = candidates.subList(half, candidates.size());
        List<T> needed = search(join(background, first), true, second);
        return join(search(join(background, needed), !needed.isEmpty(), first), needed);
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
