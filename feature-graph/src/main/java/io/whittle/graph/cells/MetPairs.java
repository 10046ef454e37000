package io.whittle.graph.cells;

import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Which pairs of features, the one in and the other out, images have met. */
final class MetPairs {
    private static final int TOLD = 5;

    private final List<String> features;
    private final BitSet[] met;

    MetPairs(List<String> features) {
        this.features = features;
        this.met = new BitSet[features.size()];
        for (int in = 0; in < met.length; in++) {
            met[in] = new BitSet(met.length);
        }
    }

    /** An image of these features meets pairs. Quadratic in the features, in words of 64. */
    void add(Resolution resolution) {
        BitSet in = in(resolution);
        BitSet out = out(in);
        in.stream().forEach(one -> met[one].or(out));
    }

    /** How many more an image would meet. */
    long gain(Resolution resolution) {
        BitSet in = in(resolution);
        BitSet out = out(in);
        long gain = 0;
        for (int one = in.nextSetBit(0); one >= 0; one = in.nextSetBit(one + 1)) {
            BitSet fresh = (BitSet) out.clone();
            fresh.andNot(met[one]);
            gain += fresh.cardinality();
        }
        return gain;
    }

    /** How many have been met. */
    long count() {
        long count = 0;
        for (BitSet outs : met) {
            count += outs.cardinality();
        }
        return count;
    }

    /** The first that have not been met and could be, by name. */
    List<MixedPair> missed(Predicate<MixedPair> possible) {
        List<MixedPair> missed = new ArrayList<>();
        for (int in = 0; in < met.length; in++) {
            for (int out = met[in].nextClearBit(0); out < met.length; out = met[in].nextClearBit(out + 1)) {
                MixedPair pair = new MixedPair(features.get(in), features.get(out));
                if (in != out && possible.test(pair)) {
                    missed.add(pair);
                    if (missed.size() == TOLD) {
                        return List.copyOf(missed);
                    }
                }
            }
        }
        return List.copyOf(missed);
    }

    private BitSet in(Resolution resolution) {
        BitSet in = new BitSet(met.length);
        for (int number = 0; number < met.length; number++) {
            in.set(number, resolution.features().get(features.get(number)).isIn());
        }
        return in;
    }

    private BitSet out(BitSet in) {
        BitSet out = (BitSet) in.clone();
        out.flip(0, met.length);
        return out;
    }
}
