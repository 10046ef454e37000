package io.whittle.graph.solve;

/**
 * That a feature is in, or out.
 *
 * @param node the feature
 * @param in whether it is in
 */
public record Literal(int node, boolean in) implements Comparable<Literal> {
    @Override
    public int compareTo(Literal other) {
        int byNode = Integer.compare(node, other.node);
        return byNode != 0 ? byNode : Boolean.compare(in, other.in);
    }
}
