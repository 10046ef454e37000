package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.graph.resolve.Applicability.FeatureOut;
import io.whittle.graph.resolve.Applicability.Hindrance;
import io.whittle.graph.resolve.Applicability.OtherPlatform;
import io.whittle.graph.resolve.Applicability.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Words that all reports of checks share. */
public final class CheckWords {
    private CheckWords() {}

    /** The outcome in one word for documents. */
    static String word(Outcome outcome) {
        if (outcome instanceof Passed) {
            return "passed";
        }
        if (outcome instanceof Failed) {
            return "failed";
        }
        return outcome instanceof NotApplicable ? "not-applicable" : "not-run";
    }

    /** The outcome in a few words for people. */
    static String verdict(Outcome outcome) {
        if (outcome instanceof Passed passed) {
            return passed.isFlaky() ? "flaky: passed at attempt " + passed.attempts() : "passed";
        }
        if (outcome instanceof Failed failed) {
            return failed.attempts() > 1 ? "failed in all of " + failed.attempts() + " attempts" : "failed";
        }
        return word(outcome).replace('-', ' ');
    }

    /** {@code 3 passed (1 flaky), 1 failed}; what there is none of is not said. */
    static String counts(CheckResults results) {
        List<String> parts = new ArrayList<>();
        int flaky = results.flaky();
        add(parts, results.count(Passed.class), "passed" + (flaky > 0 ? " (" + flaky + " flaky)" : ""));
        add(parts, results.count(Failed.class), "failed");
        add(parts, results.count(NotRun.class), "not run");
        add(parts, results.count(NotApplicable.class), "not applicable");
        return parts.isEmpty() ? "no checks" : String.join(", ", parts);
    }

    /** Why a check is not applicable. */
    public static String reason(Hindrance hindrance) {
        if (hindrance instanceof OtherPlatform other) {
            return "it is for " + other.when() + ", and this is " + other.platform();
        }
        FeatureOut out = (FeatureOut) hindrance;
        return out.feature() + (out.role() == Role.PROVED ? ", which it proves, is out" : " is out");
    }

    static String reasons(NotApplicable outcome) {
        return outcome.hindrances().stream().map(CheckWords::reason).collect(Collectors.joining("; "));
    }

    /** {@code 212 ms, 38.1 MiB}; what was not measured is said. */
    static String of(Measurement measurement) {
        return spell(measurement.startMillis(), 1, "%.0f ms", "time") + ", "
                + spell(measurement.peakKib(), 1024, "%.1f MiB", "memory");
    }

    private static String spell(OptionalLong value, double unit, String format, String what) {
        return value.isEmpty() ? what + " not measured" : String.format(Locale.ROOT, format, value.getAsLong() / unit);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
