package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Fault;
import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.probe.Failure;
import io.whittle.assembler.probe.RowVerdict;
import io.whittle.assembler.probe.Unmasked;
import io.whittle.assembler.probe.Unmasking;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What checks said in rows. */
final class ProbeVerdicts {
    private final SortedMap<String, List<RowVerdict>> byCheck = new TreeMap<>();
    private final Map<String, Map<String, Failure>> failures = new HashMap<>();

    /** Keeps what was said in a row. */
    void add(Resolution row, List<CheckResult> results) {
        String name = row.profile().name();
        for (CheckResult result : results) {
            boolean passed = !result.outcome().isFailure();
            byCheck.computeIfAbsent(result.name(), none -> new ArrayList<>())
                    .add(new RowVerdict(name, row.in(), row.out(), passed));
            if (!passed) {
                failures.computeIfAbsent(result.name(), none -> new HashMap<>()).put(name, failure(name, result));
            }
        }
    }

    /** Checks that said something in another row than this one. */
    SortedSet<String> askedBeside(String row) {
        SortedSet<String> checks = new TreeSet<>(byCheck.keySet());
        checks.removeIf(
                check -> byCheck.get(check).stream().map(RowVerdict::row).allMatch(row::equals));
        return checks;
    }

    /** Checks that failed somewhere and passed somewhere else. */
    SortedSet<String> unsteady() {
        SortedSet<String> unsteady = asked(true);
        unsteady.retainAll(asked(false));
        return unsteady;
    }

    /** Checks that failed somewhere, whether or not they passed elsewhere. */
    SortedSet<String> failing() {
        return asked(false);
    }

    private SortedSet<String> asked(boolean passed) {
        SortedSet<String> checks = new TreeSet<>(byCheck.keySet());
        checks.removeIf(check -> byCheck.get(check).stream().noneMatch(verdict -> verdict.passed() == passed));
        return checks;
    }

    /** What the verdicts of a check unmask. */
    List<Unmasked> unmasked(String check) {
        return Unmasking.of(byCheck.get(check));
    }

    /** What a check came to in that of the rows, in all of which it failed, that has the most features: least else is missing there. */
    Failure failure(String check, List<String> rows) {
        String row = byCheck.get(check).stream()
                .filter(verdict -> rows.contains(verdict.row()))
                // Of equals the first.
                .max(Comparator.comparingInt(
                                (RowVerdict verdict) -> verdict.in().size())
                        .thenComparing(verdict -> -rows.indexOf(verdict.row())))
                .orElseThrow()
                .row();
        return failures.get(check).get(row);
    }

    /** What a check came to in a row where it did not pass. */
    static Failure failure(String row, CheckResult result) {
        if (result.outcome() instanceof NotRun not) {
            return new Failure(row, false, "before it began", "that it can be asked", not.reason(), List.of());
        }
        Fault fault = ((Failed) result.outcome()).faults().get(0);
        return new Failure(
                row,
                true,
                fault.at(),
                fault.expected(),
                fault.got(),
                fault.logs().stream()
                        .map(log -> new Failure.Log(log.file().getFileName().toString(), log.lines()))
                        .toList());
    }
}
