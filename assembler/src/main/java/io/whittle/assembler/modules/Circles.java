package io.whittle.assembler.modules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Which nodes of a graph reach each other: its strongly connected components of more than one node, by Tarjan's search. */
public final class Circles {
    private final Function<String, ? extends Collection<String>> edges;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<SortedSet<String>> circles = new ArrayList<>();

    private Circles(Function<String, ? extends Collection<String>> edges) {
        this.edges = edges;
    }

    /** All of them. Linear in nodes and edges; as deep as the longest way without a circle. */
    public static List<SortedSet<String>> of(
            Collection<String> nodes, Function<String, ? extends Collection<String>> edges) {
        Circles search = new Circles(edges);
        for (String node : nodes) {
            if (!search.number.containsKey(node)) {
                search.visit(node);
            }
        }
        return search.circles;
    }

    private void visit(String node) {
        int at = number.size();
        number.put(node, at);
        low.put(node, at);
        open.push(node);
        for (String next : edges.apply(node)) {
            if (!number.containsKey(next)) {
                visit(next);
                low.merge(node, low.get(next), Math::min);
            } else if (open.contains(next)) {
                low.merge(node, number.get(next), Math::min);
            }
        }
        if (low.get(node) == at) {
            SortedSet<String> circle = new TreeSet<>();
            String each;
            do {
                each = open.pop();
                circle.add(each);
            } while (!each.equals(node));
            if (circle.size() > 1) {
                circles.add(circle);
            }
        }
    }
}
