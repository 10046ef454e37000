package io.whittle.graph.matrix;

import java.util.List;

/**
 * Why a pair cannot be, and the one feature is never in without the other.
 *
 * @param pair the pair
 * @param chain of features, from the one to the other, each of which requires the next; empty where no chain of requirements
 *     leads there, and choices, conflicts or base leave nothing else
 */
public record Binding(MixedPair pair, List<String> chain) {
    public Binding {
        chain = List.copyOf(chain);
    }

    /** The rule by which it is so, in a line. */
    public String rule() {
        return chain.isEmpty()
                ? pair.in() + " is never in without " + pair.out()
                : chain.get(0) + " requires " + String.join(", which requires ", chain.subList(1, chain.size()));
    }
}
