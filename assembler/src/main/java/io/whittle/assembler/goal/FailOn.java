package io.whittle.assembler.goal;

import io.whittle.graph.analysis.Severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which severity on a finding fails a goal.
 *
 * @param least the least that does; empty: none does
 */
record FailOn(Optional<Severity> least) {
    private static final String NEVER = "never";

    /** Reads {@code error}, {@code warning}, {@code info} or {@code never}; another word is a fault. */
    static FailOn parse(String text, List<String> faults) {
        if (text.equals(NEVER)) {
            return new FailOn(Optional.empty());
        }
        Optional<Severity> least = Stream.of(Severity.values())
                .filter(severity -> severity.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (least.isEmpty()) {
            faults.add("whittle.failOn is '" + text + "', which is none.\n  Take error, warning, info or never.");
        }
        return new FailOn(least);
    }

    /** Whether so much fails. */
    boolean holds(Severity severity) {
        return least.filter(limit -> severity.compareTo(limit) <= 0).isPresent();
    }
}
