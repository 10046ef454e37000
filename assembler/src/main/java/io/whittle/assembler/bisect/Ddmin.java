package io.whittle.assembler.bisect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Delta debugging: makes a list smaller without assuming anything of it. Takes about {@code k log2 n} tests where luck has it, and
 * up to {@code n²} where not.
 *
 * <p>See A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28(2), 2002.
 */
final class Ddmin {
    private Ddmin() {}

    /** A part of a wanted list that is wanted, and is not when any single one is taken out of it. */
    static List<Integer> smallest(List<Integer> wantedList, Predicate<List<Integer>> wanted) {
        List<Integer> left = wantedList;
        int parts = 2;
        while (left.size() >= 2) {
            List<Integer> next = smaller(left, parts, wanted);
            if (next.size() < left.size()) {
                boolean onePart = next.size() <= (left.size() + parts - 1) / parts;
                parts = onePart ? 2 : Math.max(parts - 1, 2);
                left = next;
            } else if (parts < left.size()) {
                parts = Math.min(left.size(), 2 * parts);
            } else {
                break;
            }
        }
        return left;
    }

    private static List<Integer> smaller(List<Integer> list, int parts, Predicate<List<Integer>> wanted) {
        List<List<Integer>> cut = cut(list, parts);
        for (List<Integer> part : cut) {
            if (wanted.test(part)) {
                return part;
            }
        }
        // With two parts, each is what the other leaves.
        for (int i = 0; parts > 2 && i < parts; i++) {
            List<Integer> others = new ArrayList<>();
            for (int other = 0; other < parts; other++) {
                others.addAll(other == i ? List.of() : cut.get(other));
            }
            if (wanted.test(others)) {
                return others;
            }
        }
        return list;
    }

    private static List<List<Integer>> cut(List<Integer> list, int parts) {
        List<List<Integer>> cut = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            cut.add(list.subList((int) ((long) list.size() * i / parts), (int) ((long) list.size() * (i + 1) / parts)));
        }
        return cut;
    }
}
