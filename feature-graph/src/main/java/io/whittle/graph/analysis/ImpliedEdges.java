package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.solve.Edges;
import io.whittle.graph.solve.PlatformGraph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the requirements of one platform that others imply there.
 *
 * <p>What a feature requires is followed down, but no deeper than the deepest of its own requirements that may be implied, for
 * every chain leads downwards. At worst that is the number of features times that of requirements; in catalogues that are
 * broad rather than deep it is near linear.
 */
final class ImpliedEdges {
    private final PlatformGraph graph;
    private final Edges<Edge> requires;
    private final BitSet inCircle = new BitSet();
    private final int[] group;
    private final int[] height;
    private final int[] visited;
    private final int[] stack;
    private final BitSet implied = new BitSet();

    private ImpliedEdges(PlatformGraph graph) {
        this.graph = graph;
        this.requires = graph.requires();
        this.group = new int[graph.nodes()];
        this.height = new int[graph.nodes()];
        this.visited = new int[graph.nodes()];
        this.stack = new int[graph.nodes()];
        Arrays.fill(visited, -1);
    }

    /** The numbers of the edges that are implied. */
    static BitSet of(PlatformGraph graph) {
        ImpliedEdges edges = new ImpliedEdges(graph);
        edges.measure();
        for (int node = 0; node < graph.nodes(); node++) {
            if (!edges.inCircle.get(node)
                    && graph.requires().end(node) - graph.requires().begin(node) > 1) {
                edges.look(node);
            }
        }
        return edges.implied;
    }

    /** How long the longest chain down from each feature is, where all of a circle counts as one feature. */
    private void measure() {
        List<BitSet> circles = Circuits.groups(graph);
        for (int node = 0; node < graph.nodes(); node++) {
            group[node] = node;
        }
        circles.forEach(circle -> circle.stream().forEach(node -> group[node] = circle.nextSetBit(0)));
        circles.forEach(inCircle::or);
        int[] open = new int[graph.nodes()];
        for (int edge = 0; edge < requires.size(); edge++) {
            if (group[requires.origin(edge)] != group[requires.target(edge)]) {
                open[group[requires.origin(edge)]]++;
            }
        }
        BitSet[] members = new BitSet[graph.nodes()];
        circles.forEach(circle -> members[circle.nextSetBit(0)] = circle);
        int size = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            if (group[node] == node && open[node] == 0) {
                stack[size++] = node;
            }
        }
        while (size > 0) {
            int lowest = stack[--size];
            BitSet all = members[lowest];
            for (int node = lowest; node >= 0; node = all == null ? -1 : all.nextSetBit(node + 1)) {
                for (int requirer : requirersOf(node)) {
                    int above = group[requirer];
                    if (above != lowest) {
                        height[above] = Math.max(height[above], height[lowest] + 1);
                        if (--open[above] == 0) {
                            stack[size++] = above;
                        }
                    }
                }
            }
        }
    }

    private int[] requirersOf(int node) {
        // Nobody requires base.
        return node == graph.base() ? new int[0] : graph.requiredBy().targetsOf(node);
    }

    private void look(int node) {
        int lowest = Integer.MAX_VALUE;
        for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
            if (!inCircle.get(requires.target(edge))) {
                lowest = Math.min(lowest, height[requires.target(edge)]);
            }
        }
        BitSet reached = new BitSet();
        int size = 0;
        for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
            size = visit(requires.target(edge), node, lowest, size);
        }
        while (size > 0) {
            int next = stack[--size];
            for (int edge = requires.begin(next), end = requires.end(next); edge < end; edge++) {
                reached.set(requires.target(edge));
                size = visit(requires.target(edge), node, lowest, size);
            }
        }
        for (int edge = requires.begin(node), end = requires.end(node); edge < end; edge++) {
            int target = requires.target(edge);
            if (!inCircle.get(target) && (reached.get(target) || isRepeated(node, edge))) {
                implied.set(edge);
            }
        }
    }

    private int visit(int node, int from, int lowest, int size) {
        if (visited[node] != from && height[group[node]] > lowest) {
            visited[node] = from;
            stack[size] = node;
            return size + 1;
        }
        return size;
    }

    /** Whether a variant repeats what its feature requires anyway. */
    private boolean isRepeated(int node, int edge) {
        if (node == graph.base()) {
            return false;
        }
        boolean twice = edge > requires.begin(node) && requires.target(edge - 1) == requires.target(edge)
                || edge + 1 < requires.end(node) && requires.target(edge + 1) == requires.target(edge);
        if (!twice) {
            return false;
        }
        Feature feature = graph.catalog().features().get(graph.feature(node));
        FeatureBody body = feature.body();
        return body.requires().stream().noneMatch(entry -> entry == requires.source(edge));
    }
}
