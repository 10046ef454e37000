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
 * are: one that is in where the other is out, or both out, where it fails and never where it passes.
 */
public final class Unmasking {
    /** By feature: the passing rows it is out in. */
    private final Map<String, BitSet> outWherePassed = new TreeMap<>();

    /** By feature: the passing rows it is in. */
    private final Map<String, BitSet> inWherePassed = new TreeMap<>();

    private Unmasking(List<RowVerdict> verdicts) {
        for (int row = 0; row < verdicts.size(); row++) {
            RowVerdict verdict = verdicts.get(row);
            mark(verdict.out(), outWherePassed, row, verdict.passed());
            mark(verdict.in(), inWherePassed, row, verdict.passed());
        }
    }

    private static void mark(SortedSet<String> features, Map<String, BitSet> wherePassed, int row, boolean passed) {
        for (String feature : features) {
            wherePassed.computeIfAbsent(feature, name -> new BitSet()).set(row, passed);
        }
    }

    /**
     * What the verdicts of one check unmask: failing rows with the same suspects are one answer, in the order of their first rows.
     * Quadratic in the features, times the rows.
     */
    public static List<Unmasked> of(List<RowVerdict> verdicts) {
        Unmasking unmasking = new Unmasking(verdicts);
        Map<List<Suspect>, List<String>> rows = new LinkedHashMap<>();
        for (RowVerdict verdict : verdicts) {
            if (!verdict.passed()) {
                List<Suspect> suspects = unmasking.suspects(verdict);
                rows.computeIfAbsent(suspects, same -> new ArrayList<>()).add(verdict.row());
            }
        }
        return rows.entrySet().stream()
                .map(entry -> new Unmasked(entry.getValue(), entry.getKey()))
                .toList();
    }

    private List<Suspect> suspects(RowVerdict failed) {
        List<Suspect> single = failed.out().stream()
                .filter(feature -> outWherePassed.get(feature).isEmpty())
                .map(Suspect::ofCheck)
                .toList();
        return single.isEmpty()
                ? Stream.concat(inAndOut(failed), bothOut(List.copyOf(failed.out())))
                        .toList()
                : single;
    }

    private Stream<Suspect> inAndOut(RowVerdict failed) {
        return failed.in().stream()
                .flatMap(in -> failed.out().stream()
                        .filter(out -> !inWherePassed.get(in).intersects(outWherePassed.get(out)))
                        .map(out -> Suspect.of(in, out)));
    }

    private Stream<Suspect> bothOut(List<String> out) {
        return out.stream()
                .flatMap(first -> after(first, out)
                        .filter(second -> !outWherePassed.get(first).intersects(outWherePassed.get(second)))
                        .map(second -> Suspect.ofCheck(first, second)));
    }

    private static Stream<String> after(String first, List<String> out) {
        return out.subList(out.indexOf(first) + 1, out.size()).stream();
    }
}
