package io.whittle.graph.solve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a catalogue says always, as clauses: of the literals of each, one at least holds. A literal is twice the number of a node,
 * and one more where the node is out.
 */
public final class GraphClauses {
    private final PlatformGraph graph;
    private final BitSet nodes;
    private final Consumer<int[]> clauses;

    private GraphClauses(PlatformGraph graph, BitSet nodes, Consumer<int[]> clauses) {
        this.graph = graph;
        this.nodes = nodes;
        this.clauses = clauses;
    }

    /**
     * Tells what the graph says of these nodes, and that base is in where it is one of them. Linear in that, but for exclusive
     * capabilities, of whose providers each pair is a clause. That a feature is not available by its own word is not told.
     *
     * @param nodes with all that they can bring in
     */
    public static void each(PlatformGraph graph, BitSet nodes, Consumer<int[]> clauses) {
        new GraphClauses(graph, nodes, clauses).each();
    }

    private void each() {
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            addNode(node);
        }
        for (int capability = 0; capability < graph.capabilities(); capability++) {
            if (graph.isExclusive(capability)) {
                addExclusive(capability);
            }
        }
        if (nodes.get(graph.base())) {
            clause(in(graph.base()));
        }
    }

    private void addNode(int node) {
        Edges<?> requires = graph.requires();
        for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
            clause(out(node), in(requires.target(edge)));
        }
        Edges<?> needs = graph.needs();
        for (int edge = needs.begin(node), end = needs.end(node); edge < end; edge++) {
            int[] providers = graph.providers().targetsOf(needs.target(edge));
            clause(IntStream.concat(
                            IntStream.of(out(node)), Arrays.stream(providers).map(GraphClauses::in))
                    .toArray());
        }
        if (node == graph.base()) {
            return;
        }
        Edges<?> conflicts = graph.conflicts();
        for (int edge = conflicts.begin(node), end = conflicts.end(node); edge < end; edge++) {
            int other = conflicts.target(edge);
            if (node < other && nodes.get(other)) {
                clause(out(node), out(other));
            }
        }
    }

    private void addExclusive(int capability) {
        int[] providers = Arrays.stream(graph.providers().targetsOf(capability))
                .filter(nodes::get)
                .toArray();
        for (int i = 0; i < providers.length; i++) {
            for (int j = i + 1; j < providers.length; j++) {
                clause(out(providers[i]), out(providers[j]));
            }
        }
    }

    private void clause(int... literals) {
        clauses.accept(literals);
    }

    private static int in(int node) {
        return 2 * node;
    }

    private static int out(int node) {
        return 2 * node + 1;
    }
}
