package io.whittle.graph.solve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;

/**
 * Whether some of the demands on a graph can be met together. Most questions are decided by what the demands bring in whatever
 * is chosen; only where that leaves a choice open is a SAT solver asked, and made.
 */
public final class Feasibility {
    private final PlatformGraph graph;
    private final BitSet nodes;
    private final int[] chosen;
    private Optional<Cone> cone = Optional.empty();

    /** For questions about these demands and fewer. */
    public Feasibility(PlatformGraph graph, Demands demands) {
        this.graph = graph;
        this.nodes = demands.wanted();
        this.chosen = demands.chosen();
    }

    /**
     * Whether the catalogue's sentences and these demands can be met together. Linear in what they bring in where no choice is
     * left open; else as hard as satisfiability.
     */
    public boolean meets(Collection<Demand> demands) {
        BitSet wanted = new BitSet();
        wanted.set(graph.base());
        BitSet banned = new BitSet();
        int[] choices = new int[graph.capabilities()];
        Arrays.fill(choices, Demands.NOBODY);
        for (Demand demand : demands) {
            switch (demand.kind()) {
                case IN -> wanted.set(demand.number());
                case OUT -> banned.set(demand.number());
                case CHOSEN -> choices[demand.number()] = chosen[demand.number()];
            }
        }
        Growth growth = new Growth(graph, banned, choices);
        if (!growth.addAll(wanted)) {
            return false;
        }
        return growth.open() < 0 || cone().meets(demands);
    }

    private Cone cone() {
        if (cone.isEmpty()) {
            cone = Optional.of(Cone.of(graph, nodes, chosen));
        }
        return cone.get();
    }
}
