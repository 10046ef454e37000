package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.text.JUnitXml;

import java.util.List;

/** A run of checks as the XML that CI servers read of JUnit: a failure, an error where a check was not run, flaky ones as Surefire writes them. */
public final class CheckXml {
    private final CheckResults results;

    private CheckXml(CheckResults results) {
        this.results = results;
    }

    /** The document of a run; lines end with {@code \n}. */
    public static String write(CheckResults results) {
        CheckXml xml = new CheckXml(results);
        return JUnitXml.of(new JUnitXml.Suite(
                "whittle." + results.profile() + "." + results.platform().folder(),
                results.checks().stream()
                        .map(check -> new JUnitXml.Case(check.name(), check.millis(), xml.entries(check.outcome())))
                        .toList()));
    }

    private List<JUnitXml.Entry> entries(Outcome outcome) {
        if (outcome instanceof NotApplicable not) {
            return List.of(new JUnitXml.Entry(JUnitXml.Kind.SKIPPED, CheckWords.reasons(not), List.of()));
        }
        if (outcome instanceof NotRun not) {
            return List.of(new JUnitXml.Entry(JUnitXml.Kind.ERROR, not.reason(), List.of()));
        }
        return outcome instanceof Failed failed
                ? entries(JUnitXml.Kind.FAILURE, failed.faults())
                : entries(JUnitXml.Kind.FLAKY, ((Passed) outcome).before());
    }

    private List<JUnitXml.Entry> entries(JUnitXml.Kind kind, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new JUnitXml.Entry(
                        kind,
                        fault.at() + ": expected " + fault.expected() + ", got " + fault.got(),
                        FaultText.lines(fault, results.work())))
                .toList();
    }
}
