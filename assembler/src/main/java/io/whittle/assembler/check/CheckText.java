package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A run of checks for a console. */
public final class CheckText {
    private static final String INDENT = "  ";

    private CheckText() {}

    /** Lines without their ends, the counts last; none holds a control character. */
    public static List<String> lines(CheckResults results) {
        List<String> lines = new ArrayList<>();
        for (CheckResult check : results.checks()) {
            add(lines, results, check);
        }
        addFeatures(lines, "without a check", results.withoutCheck());
        addFeatures(lines, "whose checks are all not applicable", results.onlyInapplicable());
        if (!results.measured()) {
            lines.add("start-up and memory: not measured");
        }
        lines.add(results.profile() + " for " + results.platform() + ": " + CheckWords.counts(results));
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, CheckResults results, CheckResult check) {
        lines.add(check.name() + ": " + CheckWords.verdict(check.outcome()) + more(check));
        List<Fault> faults = List.of();
        if (check.outcome() instanceof Failed failed) {
            faults = failed.faults();
        } else if (check.outcome() instanceof Passed passed) {
            faults = passed.before();
        }
        FaultText.lines(faults, results.work()).forEach(line -> lines.add(INDENT + line));
        check.measurements()
                .forEach(each -> lines.add(INDENT + Printable.of(each.process()) + ": " + CheckWords.of(each)));
        if (check.leftovers() > 0 && check.outcome() instanceof Passed) {
            lines.add(INDENT + "processes left running, and killed: " + check.leftovers());
        }
    }

    private static String more(CheckResult check) {
        if (check.outcome() instanceof NotRun not) {
            return ": " + Printable.of(not.reason());
        }
        return check.outcome() instanceof NotApplicable not ? ": " + CheckWords.reasons(not) : "";
    }

    private static void addFeatures(List<String> lines, String what, SortedSet<String> features) {
        if (!features.isEmpty()) {
            lines.add("features " + what + ": " + String.join(", ", features));
        }
    }
}
