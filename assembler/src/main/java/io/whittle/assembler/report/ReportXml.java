package io.whittle.assembler.report;

import io.whittle.assembler.text.JUnitXml;
import io.whittle.assembler.text.JUnitXml.Case;
import io.whittle.assembler.text.JUnitXml.Entry;
import io.whittle.assembler.text.JUnitXml.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report as the XML that CI servers read of JUnit: a suite for each image, cases for its lines of defence and its checks. */
public final class ReportXml {
    private final Report report;

    private ReportXml(Report report) {
        this.report = report;
    }

    /** The document; lines end with {@code \n}. */
    public static String write(Report report) {
        return new ReportXml(report).text();
    }

    private String text() {
        List<JUnitXml.Suite> suites = new ArrayList<>();
        report.images().forEach(image -> suites.add(suite(image)));
        // Nothing of them was found, so there is nothing else to say in suites of their own.
        List<Case> whole = new ArrayList<>();
        report.missing()
                .forEach(cell -> whole.add(new Case(
                        cell.name() + " for " + cell.platform(),
                        0,
                        List.of(new Entry(
                                Kind.ERROR, "no result was found; build it: " + cell.command(), List.of())))));
        report.faults().stream()
                .filter(fault -> fault.image().isEmpty())
                .forEach(fault -> whole.add(new Case(fault.kind().toString(), 0, List.of(entry(fault)))));
        if (!whole.isEmpty()) {
            suites.add(new JUnitXml.Suite("whittle", whole));
        }
        return JUnitXml.of("whittle " + report.name(), suites);
    }

    private JUnitXml.Suite suite(BuiltImage image) {
        List<Case> cases = new ArrayList<>();
        image.lines().byName().forEach((name, line) -> cases.add(new Case("line: " + name, 0, entries(name, line))));
        report.faults().stream()
                .filter(fault -> fault.image().filter(image.key()::equals).isPresent())
                .forEach(fault -> cases.add(new Case(fault.kind().toString(), 0, List.of(entry(fault)))));
        image.checks()
                .forEach(check -> cases.add(new Case(check.name(), Math.round(check.seconds() * 1e3), entries(check))));
        return new JUnitXml.Suite(
                "whittle." + image.name() + "." + image.platform().replace('/', '-'), cases);
    }

    private List<Entry> entries(String name, Line line) {
        return switch (line.state()) {
            case GREEN -> List.of();
            case RED -> List.of(new Entry(Kind.FAILURE, line.says(), List.of()));
            case NOT_RUN ->
                List.of(new Entry(
                        report.mustBeGreen().contains(name) ? Kind.ERROR : Kind.SKIPPED,
                        "not run: " + line.says(),
                        List.of()));
        };
    }

    private static Entry entry(Report.ReportFault fault) {
        return new Entry(
                Kind.FAILURE,
                fault.text(),
                fault.command().map(command -> List.of("mend: " + command)).orElse(List.of()));
    }

    private static List<Entry> entries(ImageCheck check) {
        return switch (check.outcome()) {
            case "passed" -> check.flaky() ? faults(Kind.FLAKY, check) : List.of();
            case "not-applicable" -> List.of(new Entry(Kind.SKIPPED, check.says(), List.of()));
            case "not-run" -> List.of(new Entry(Kind.ERROR, check.says(), List.of()));
            default ->
                check.faults().isEmpty()
                        ? List.of(new Entry(Kind.FAILURE, check.says(), List.of()))
                        : faults(Kind.FAILURE, check);
        };
    }

    private static List<Entry> faults(Kind kind, ImageCheck check) {
        return check.faults().stream()
                .map(fault -> new Entry(
                        kind,
                        fault.at() + ": expected " + fault.expected() + ", got " + fault.got(),
                        Stream.concat(
                                        check.logs().stream()
                                                .flatMap(log -> Stream.concat(
                                                        Stream.of("end of " + log.file() + ":"),
                                                        log.lines().stream().map(line -> "  " + line))),
                                        Stream.concat(
                                                Stream.of("by hand:"),
                                                fault.again().stream().map(command -> "  " + command)))
                                .toList()))
                .toList();
    }
}
