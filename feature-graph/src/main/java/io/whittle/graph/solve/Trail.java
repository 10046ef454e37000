package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.List;

/** What is known to be in or out by now, in the order in which it became known, each with the fact it follows from. */
final class Trail {
    private static final byte IN = 1;
    private static final byte OUT = -1;

    private final byte[] values;
    private final Fact[] reasons;
    private final int[] levels;
    private final List<Literal> order = new ArrayList<>();
    private int level;

    Trail(int nodes) {
        values = new byte[nodes];
        reasons = new Fact[nodes];
        levels = new int[nodes];
    }

    int size() {
        return order.size();
    }

    Literal literal(int position) {
        return order.get(position);
    }

    boolean isIn(int node) {
        return values[node] == IN;
    }

    boolean isOut(int node) {
        return values[node] == OUT;
    }

    boolean holds(Literal literal) {
        return literal.in() ? isIn(literal.node()) : isOut(literal.node());
    }

    boolean isKnown(int node) {
        return values[node] != 0;
    }

    /** From what it follows; {@code null} for what is only supposed, and for base. */
    Fact reason(int node) {
        return reasons[node];
    }

    /** How many things were supposed before it became known. */
    int level(int node) {
        return levels[node];
    }

    void add(Literal literal, Fact reason) {
        values[literal.node()] = literal.in() ? IN : OUT;
        reasons[literal.node()] = reason;
        levels[literal.node()] = level;
        order.add(literal);
    }

    void suppose(Literal literal) {
        level++;
        add(literal, null);
    }

    void backTo(int earlier) {
        while (!order.isEmpty() && levels[order.get(order.size() - 1).node()] > earlier) {
            int node = order.remove(order.size() - 1).node();
            values[node] = 0;
            reasons[node] = null;
        }
        level = earlier;
    }
}
