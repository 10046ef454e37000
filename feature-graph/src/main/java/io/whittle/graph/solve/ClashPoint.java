package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A sentence that a set of features breaks: one that only forbids. */
public sealed interface ClashPoint {
    /** A feature is in that must be out. */
    record Banned(int feature) implements ClashPoint {}

    /** Both ends of this edge of {@link PlatformGraph#conflicts()} are in. */
    record Conflict(int edge) implements ClashPoint {}

    /** Two providers of an exclusive capability are in. */
    record BothProvide(int capability, int one, int other) implements ClashPoint {}

    /** All that a set breaks: what is banned, then conflicts, then exclusive capabilities, each by number. */
    static List<ClashPoint> in(PlatformGraph graph, BitSet set, BitSet banned) {
        List<ClashPoint> points = new ArrayList<>();
        BitSet bannedIn = (BitSet) banned.clone();
        bannedIn.and(set);
        bannedIn.stream().forEach(feature -> points.add(new Banned(feature)));
        Edges<?> conflicts = graph.conflicts();
        BitSet seen = new BitSet();
        for (int feature = set.nextSetBit(0); feature >= 0 && feature < graph.features(); ) {
            seen.clear();
            for (int edge = conflicts.begin(feature), end = conflicts.end(feature); edge < end; edge++) {
                int other = conflicts.target(edge);
                // Two features may name one another.
                if (feature < other && set.get(other) && !seen.get(other)) {
                    seen.set(other);
                    points.add(new Conflict(edge));
                }
            }
            feature = set.nextSetBit(feature + 1);
        }
        for (int capability = 0; capability < graph.capabilities(); capability++) {
            if (graph.isExclusive(capability)) {
                addRivals(graph, capability, set, points);
            }
        }
        return points;
    }

    private static void addRivals(PlatformGraph graph, int capability, BitSet set, List<ClashPoint> points) {
        int[] rivals = Arrays.stream(graph.providers().targetsOf(capability))
                .filter(set::get)
                .toArray();
        for (int i = 0; i < rivals.length; i++) {
            for (int j = i + 1; j < rivals.length; j++) {
                points.add(new BothProvide(capability, rivals[i], rivals[j]));
            }
        }
    }
}
