package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Proves that demands cannot be met: says what follows from what, until nothing is left that could hold.
 *
 * <p>Unit propagation, and where it gets stuck a try of one provider after the other, learning from each failure why it failed:
 * conflict-driven clause learning, as PubGrub (Natalie Weizenbaum, 2018) uses it to explain why versions cannot be solved. It
 * is meant for smallest clashes, where few tries suffice; a proof that wants very many is given up.
 */
public final class Refutation {
    private static final int MOST_FAILURES = 400;

    private final PlatformGraph graph;
    private final Trail trail;
    private final Propagation propagation;

    private Refutation(PlatformGraph graph, Trail trail, Propagation propagation) {
        this.graph = graph;
        this.trail = trail;
        this.propagation = propagation;
    }

    /**
     * Proves that these demands cannot be met.
     *
     * @param chosen by capability: the provider that {@link Demand.Kind#CHOSEN} means, or -1
     * @return a derived fact without literals; empty when the proof would be too long for anybody to read
     */
    public static Optional<Fact> of(PlatformGraph graph, int[] chosen, Collection<Demand> demands) {
        BitSet wanted = new BitSet();
        BitSet choices = new BitSet();
        for (Demand demand : demands) {
            switch (demand.kind()) {
                case IN -> wanted.set(demand.number());
                case CHOSEN -> choices.set(demand.number());
                case OUT -> {}
            }
        }
        Trail trail = new Trail(graph.nodes());
        Propagation propagation = new Propagation(graph, trail, Cone.reach(graph, wanted), chosen, choices);
        return new Refutation(graph, trail, propagation).prove(demands);
    }

    private Optional<Fact> prove(Collection<Demand> demands) {
        Optional<Fact> failure = propagation.begin(demands);
        List<Fact> learned = new ArrayList<>();
        for (int failures = 0; failures < MOST_FAILURES; failures++) {
            while (failure.isEmpty()) {
                int candidate = candidate();
                if (candidate < 0) {
                    throw new IllegalArgumentException("these demands can be met: " + demands);
                }
                failure = propagation.suppose(candidate);
            }
            Fact lesson = new Lesson(trail).from(failure.get());
            if (lesson.literals().isEmpty()) {
                return Optional.of(lesson);
            }
            learned.add(lesson);
            failure = propagation.learn(lesson, learned);
        }
        return Optional.empty();
    }

    /** The first undecided provider of the open need that has fewest of them; -1 when no need is open. */
    private int candidate() {
        int fewest = Integer.MAX_VALUE;
        int candidate = -1;
        for (int i = 0; i < trail.size(); i++) {
            int node = trail.literal(i).node();
            if (!trail.isIn(node)) {
                continue;
            }
            for (int capability : graph.needs().targetsOf(node)) {
                int[] providers = graph.providers().targetsOf(capability);
                int undecided = 0;
                int first = -1;
                for (int provider : providers) {
                    if (trail.isIn(provider)) {
                        undecided = Integer.MAX_VALUE;
                        break;
                    }
                    if (!trail.isOut(provider)) {
                        undecided++;
                        first = first < 0 ? provider : first;
                    }
                }
                if (undecided < fewest) {
                    fewest = undecided;
                    candidate = first;
                }
            }
        }
        return candidate;
    }
}
