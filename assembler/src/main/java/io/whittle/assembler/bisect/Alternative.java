package io.whittle.assembler.bisect;

import java.util.List;

/**
 * What may stand in for culprits of an answer, all else of it staying.
 *
 * @param insteadOf culprits of the answer
 * @param ask what to ask for in their place
 * @param <C> a candidate
 */
public record Alternative<C>(List<C> insteadOf, List<C> ask) {
    /** Copies what is given. */
    public Alternative {
        insteadOf = List.copyOf(insteadOf);
        ask = List.copyOf(ask);
    }
}
