package io.whittle.graph.resolve;

import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code include: all} asks for: every feature it covers, without those that need something that is excluded or not
 * available, and of the providers of an exclusive capability only one.
 *
 * @param wanted the features
 * @param ruledOut what falls with what is excluded, not available, or left out for another provider
 * @param leftOut by number of a feature: for which other provider it was left out
 */
record AllExpansion(BitSet wanted, Fallout ruledOut, SortedMap<Integer, Reason.LeftOutForAnother> leftOut) {
    AllExpansion {
        leftOut = Collections.unmodifiableSortedMap(leftOut);
    }

    /** Expands {@code all}; linear, times the providers of exclusive capabilities of which several were wanted. */
    static AllExpansion of(PlatformView view) {
        return new Expansion(view).expand();
    }

    private static final class Expansion {
        private final PlatformView view;
        private final PlatformGraph graph;
        private final Demands demands;
        private final BitSet covered;
        private final BitSet seeds;
        /** Providers that fell, or that nothing brought any more, once others had been left out for them. */
        private final BitSet hopeless = new BitSet();

        private final SortedMap<Integer, Reason.LeftOutForAnother> leftOut = new TreeMap<>();

        Expansion(PlatformView view) {
            this.view = view;
            this.graph = view.graph();
            this.demands = view.demands();
            this.covered = view.numbers(view.coveredByAll());
            this.seeds = (BitSet) demands.banned().clone();
        }

        AllExpansion expand() {
            BitSet demanded =
                    Closure.of(graph, demands.wanted(), demands.chosen()).members();
            while (true) {
                Fallout ruledOut = Fallout.of(graph, seeds, demands.chosen());
                BitSet wanted = (BitSet) covered.clone();
                wanted.andNot(ruledOut.members());
                BitSet starts = demands.with(wanted).wanted();
                BitSet reached = Closure.of(graph, starts, demands.chosen()).members();
                if (!takeBack(reached) && !leaveOutOthers(reached, demanded)) {
                    return new AllExpansion(wanted, ruledOut, leftOut);
                }
            }
        }

        /** Wants those again that were left out for a provider that is not in after all. Each provider is given up once. */
        private boolean takeBack(BitSet reached) {
            for (Reason.LeftOutForAnother reason : leftOut.values()) {
                int kept = graph.feature(reason.kept());
                if (!reached.get(kept) && !hopeless.get(kept)) {
                    hopeless.set(kept);
                    leftOut.entrySet().removeIf(entry -> {
                        boolean forThisOne = entry.getValue().kept().equals(reason.kept());
                        seeds.set(entry.getKey(), !forThisOne);
                        return forThisOne;
                    });
                    return true;
                }
            }
            return false;
        }

        private boolean leaveOutOthers(BitSet reached, BitSet demanded) {
            // Without all there is nothing to leave out.
            for (int capability = 0; capability < graph.capabilities() && !covered.isEmpty(); capability++) {
                if (graph.isExclusive(capability) && leaveOutOthers(capability, reached, demanded)) {
                    return true;
                }
            }
            return false;
        }

        private boolean leaveOutOthers(int capability, BitSet reached, BitSet demanded) {
            int[] rivals = Arrays.stream(graph.providers().targetsOf(capability))
                    .filter(reached::get)
                    .toArray();
            if (rivals.length < 2) {
                return false;
            }
            Optional<Integer> keep = Arrays.stream(rivals)
                    .filter(demanded::get)
                    .boxed()
                    .findFirst()
                    .or(() -> preferred(capability, rivals));
            if (keep.isEmpty()) {
                // None of them can be in without another: they stay, and clash.
                return false;
            }
            int kept = keep.get();
            boolean any = false;
            for (int rival : rivals) {
                // Those that are demanded stay, and clash.
                if (rival != kept && !demanded.get(rival)) {
                    seeds.set(rival);
                    leftOut.put(rival, reason(capability, kept));
                    any = true;
                }
            }
            return any;
        }

        private Optional<Integer> preferred(int capability, int[] rivals) {
            int chosen = demands.chosen()[capability];
            return Arrays.stream(rivals)
                    .filter(rival -> !hopeless.get(rival))
                    .boxed()
                    .min(Comparator.comparing(rival -> rival != chosen));
        }

        private Reason.LeftOutForAnother reason(int capability, int kept) {
            String name = graph.capability(capability);
            return new Reason.LeftOutForAnother(
                    name,
                    graph.feature(kept),
                    view.catalog().capabilities().get(name).name().place());
        }
    }
}
