package io.whittle.graph.solve;

import java.util.BitSet;

/**
 * A set of nodes that meets all demands and has no smaller one inside it that does. Set and array are copied when it is made,
 * and are not to be changed by those who read them.
 *
 * @param in what is in, base among it
 * @param provider by capability: who was brought in because of a need of it, or -1 when it is not needed, or some other reason
 *     had brought a provider already
 */
public record Answer(BitSet in, int[] provider) {
    public Answer {
        in = (BitSet) in.clone();
        provider = provider.clone();
    }
}
