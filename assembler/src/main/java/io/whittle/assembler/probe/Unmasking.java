package io.whittle.assembler.probe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which features a check may need, told from the rows it passed and failed in.
 *
 * <p>A feature that is out where the check fails, and never out where it passes, is suspected. Where there is none, two features
 * are that are both out where it fails and never both out where it passes.
 */
public final class Unmasking {
    /** By feature: the passing rows it is out in. */
    private final Map<String, BitSet> outWherePassed = new TreeMap<>();

    private Unmasking(List<RowVerdict> verdicts) {
        for (int row = 0; row < verdicts.size(); row++) {
            RowVerdict verdict = verdicts.get(row);
            for (String feature : verdict.out()) {
                outWherePassed.computeIfAbsent(feature, name -> new BitSet()).set(row, verdict.passed());
            }
        }
    }

    /**
     * What the verdicts of one check unmask: failing rows with the same suspects are one answer, in the order of their first rows.
     * Quadratic in the features that are out, times the rows.
     */
    public static List<Unmasked> of(List<RowVerdict> verdicts) {
        Unmasking unmasking = new Unmasking(verdicts);
        Map<List<Suspect>, List<String>> rows = new LinkedHashMap<>();
        for (RowVerdict verdict : verdicts) {
            if (!verdict.passed()) {
                List<Suspect> suspects = unmasking.suspects(verdict.out());
                rows.computeIfAbsent(suspects, same -> new ArrayList<>()).add(verdict.row());
            }
        }
        return rows.entrySet().stream()
                .map(entry -> new Unmasked(entry.getValue(), entry.getKey()))
                .toList();
    }

    private List<Suspect> suspects(SortedSet<String> out) {
        List<Suspect> single = out.stream()
                .filter(feature -> outWherePassed.get(feature).isEmpty())
                .map(feature -> new Suspect(List.of(feature)))
                .toList();
        return single.isEmpty() ? twos(List.copyOf(out)) : single;
    }

    private List<Suspect> twos(List<String> out) {
        return out.stream()
                .flatMap(first -> after(first, out)
                        .filter(second -> !outWherePassed.get(first).intersects(outWherePassed.get(second)))
                        .map(second -> new Suspect(List.of(first, second))))
                .toList();
    }

    private static Stream<String> after(String first, List<String> out) {
        return out.subList(out.indexOf(first) + 1, out.size()).stream();
    }
}
