package io.whittle.assembler.probe;

import io.whittle.graph.catalog.Platform;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of a probe.
 *
 * @param superset the profile that was asked first
 * @param platform what the images were made for
 * @param coverage pairs of features: how many there are, and were met
 * @param rows every row, in the order they were or would have been run
 * @param ended which budget ended the probe, where one did
 * @param leftOut checks that tell nothing, by name
 * @param neverAsked checks that are applicable in no row that was run; what the superset said to them tells nothing
 * @param findings by check, then in the order of their first rows
 * @param refused rows of which no image could be made
 */
public record Probe(
        String superset,
        Platform platform,
        Coverage coverage,
        List<ProbedRow> rows,
        Optional<Limit> ended,
        List<LeftOut> leftOut,
        SortedSet<String> neverAsked,
        List<Finding> findings,
        List<Refused> refused) {
    /** Copies the lists. */
    public Probe {
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
        neverAsked = Collections.unmodifiableSortedSet(new TreeSet<>(neverAsked));
        findings = List.copyOf(findings);
        refused = List.copyOf(refused);
    }

    /** Whether nothing was unmasked. */
    public boolean passed() {
        return findings.isEmpty() && refused.isEmpty();
    }

    /** A budget. */
    public enum Limit {
        /** Rows that may be run. */
        ROWS,
        /** Minutes after which no row begins. */
        MINUTES;

        /** As documents spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A check from which nothing can be told.
     *
     * @param check its name
     * @param fails where: {@code in full}, {@code in every row}
     * @param failure what it came to there
     */
    public record LeftOut(String check, String fails, Failure failure) {}

    /**
     * Rows that nobody can link, for the same reasons.
     *
     * @param rows their names
     * @param faults what stands against them, each with the edit that mends it
     */
    public record Refused(List<String> rows, List<String> faults) {
        /** Copies the lists. */
        public Refused {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }
    }
}
