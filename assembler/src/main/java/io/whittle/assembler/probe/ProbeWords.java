package io.whittle.assembler.probe;

import io.whittle.assembler.probe.Finding.Wanted;
import io.whittle.assembler.probe.Probe.Limit;
import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.matrix.PairRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that all reports of a probe share. */
final class ProbeWords {
    /** More than anybody tells apart by reading. */
    private static final int MOST_SUSPECTS = 10;

    private ProbeWords() {}

    /** {@code status fails in row-2, row-5: it needs localapi}. */
    static String headline(Finding finding) {
        return finding.check() + " fails in " + String.join(", ", finding.rows()) + ": " + suspects(finding);
    }

    private static String suspects(Finding finding) {
        List<Wanted> suspects = finding.suspects();
        if (suspects.isEmpty()) {
            return "nothing that is out explains it; look for a conflict, a check that is not steady, or more than two features that stand"
                    + " in for each other";
        }
        String verb = finding.tried() ? " needs " : " may need ";
        // What fails the check whenever it is out is needed, each of them.
        boolean each = finding.tried()
                && suspects.stream()
                        .allMatch(wanted -> wanted.suspect().where().isEmpty()
                                && wanted.suspect().anyOf().size() == 1);
        List<String> parts = new ArrayList<>(suspects.stream()
                .limit(MOST_SUSPECTS)
                .map(wanted -> wanted.suspect().where().orElse("it")
                        + verb
                        + String.join(" or ", wanted.suspect().anyOf()))
                .toList());
        if (suspects.size() > MOST_SUSPECTS) {
            parts.add(suspects.size() - MOST_SUSPECTS + " more");
        }
        return String.join(each ? ", and " : ", or ", parts);
    }

    /** What would mend it, one way a line. */
    static List<String> mends(Finding finding) {
        return finding.suspects().stream()
                .limit(MOST_SUSPECTS)
                .flatMap(wanted -> wanted.mends().isEmpty()
                        ? Stream.of(
                                "let " + String.join(" and ", wanted.suspect().anyOf())
                                        + " provide a capability, and need that")
                        : wanted.mends().stream().map(Object::toString))
                .distinct()
                .toList();
    }

    /** {@code row-3: {include: [dns], exclude: [zip]}}, as the catalogue takes it under {@code profiles}. */
    static String profile(PairRow row) {
        String include = row.include().isEmpty() ? "" : "include: [" + String.join(", ", row.include()) + "]";
        String exclude = row.exclude().isEmpty() ? "" : "exclude: [" + String.join(", ", row.exclude()) + "]";
        return row.profile() + ": {"
                + Stream.of(include, exclude).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")) + "}";
    }

    /** {@code 9 rows, 118 of 120 pairs of 12 features}. */
    static String counts(Probe probe) {
        Coverage coverage = probe.coverage();
        long asked = probe.rows().stream()
                .filter(row -> row.state() == ProbedRow.State.ASKED)
                .count();
        return asked + (asked == 1 ? " row" : " rows") + ", " + coverage.met() + " of " + coverage.feasible()
                + " pairs of " + coverage.features() + " features";
    }

    /** What was not covered, where anything was not. */
    static Optional<String> notCovered(Probe probe) {
        List<String> parts = new ArrayList<>();
        Coverage coverage = probe.coverage();
        if (coverage.notMet() > 0) {
            parts.add(coverage.notMet() + " of " + coverage.feasible() + " pairs, such as "
                    + coverage.missed().stream().map(ProbeWords::pair).collect(Collectors.joining(", ")));
        }
        List<String> notRun = probe.rows().stream()
                .filter(row -> row.state() == ProbedRow.State.NOT_RUN)
                .map(row -> row.row().profile())
                .toList();
        if (!notRun.isEmpty()) {
            parts.add("rows " + String.join(", ", notRun));
        }
        if (probe.findings().stream().anyMatch(finding -> !finding.tried())) {
            parts.add("suspects that were not told apart");
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "not covered" + probe.ended().map(ProbeWords::why).orElse("") + ": " + String.join("; ", parts));
    }

    private static String why(Limit limit) {
        return ", since whittle.probe" + (limit == Limit.ROWS ? "Rows" : "Minutes") + " ended the probe";
    }

    private static String pair(MixedPair pair) {
        return pair.in() + " without " + pair.out();
    }

    /** Checks that say nothing, one a line. */
    static List<String> silent(Probe probe) {
        List<String> lines = new ArrayList<>();
        probe.leftOut()
                .forEach(left -> lines.add(left.check() + " is left out: it fails " + left.fails() + " ("
                        + left.failure().at() + ": expected " + left.failure().expected() + ", got "
                        + left.failure().got() + ")"));
        if (!probe.neverAsked().isEmpty()) {
            lines.add("applicable in no row: " + String.join(", ", probe.neverAsked()));
        }
        return lines;
    }

    /** {@code nothing unmasked}, or how much was. */
    static String verdict(Probe probe) {
        int unmasked = probe.findings().size();
        int refused = probe.refused().size();
        List<String> parts = new ArrayList<>();
        if (unmasked > 0) {
            parts.add(unmasked + (unmasked == 1 ? " failure" : " failures") + " unmasked");
        }
        if (refused > 0) {
            parts.add("images that cannot be linked");
        }
        return parts.isEmpty() ? "nothing unmasked" : String.join(", ", parts);
    }
}
