package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All that is demanded of an answer. Base is demanded always. Sets and arrays are copied when it is made, and are not to be
 * changed by those who read them.
 *
 * @param wanted nodes that must be in, base among them
 * @param banned features that must be out
 * @param chosen by capability: the provider that is in where it is needed, or -1
 */
public record Demands(BitSet wanted, BitSet banned, int[] chosen) {
    /** Nobody chose a provider. */
    static final int NOBODY = -1;

    public Demands {
        wanted = (BitSet) wanted.clone();
        banned = (BitSet) banned.clone();
        chosen = chosen.clone();
    }

    /** Nothing but base, and that absent features are out. */
    public static Demands none(PlatformGraph graph) {
        BitSet wanted = new BitSet();
        wanted.set(graph.base());
        int[] chosen = new int[graph.capabilities()];
        Arrays.fill(chosen, NOBODY);
        return new Demands(wanted, graph.absent(), chosen);
    }

    /** The same, with more that must be in. */
    public Demands with(BitSet more) {
        BitSet all = (BitSet) wanted.clone();
        all.or(more);
        return new Demands(all, banned, chosen);
    }

    /** The same, with one more feature that must be in. */
    public Demands with(int feature) {
        BitSet more = new BitSet();
        more.set(feature);
        return with(more);
    }

    /** The same, with one more feature that must be out. */
    public Demands without(int feature) {
        BitSet more = (BitSet) banned.clone();
        more.set(feature);
        return new Demands(wanted, more, chosen);
    }

    /** One by one, without base: what must be in, what is chosen, what must be out; each by number. */
    List<Demand> each(int base) {
        List<Demand> each = new ArrayList<>();
        wanted.stream().filter(node -> node != base).forEach(node -> each.add(new Demand(Demand.Kind.IN, node)));
        for (int capability = 0; capability < chosen.length; capability++) {
            if (chosen[capability] != NOBODY) {
                each.add(new Demand(Demand.Kind.CHOSEN, capability));
            }
        }
        banned.stream().forEach(feature -> each.add(new Demand(Demand.Kind.OUT, feature)));
        return each;
    }
}
