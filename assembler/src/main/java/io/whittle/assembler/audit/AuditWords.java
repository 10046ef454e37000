package io.whittle.assembler.audit;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.resolve.Words;

import java.util.Optional;

/** Clauses that several reports share. */
final class AuditWords {
    private AuditWords() {}

    /** {@code 2 errors, no warnings and 1 info}. */
    static String counts(Audit audit) {
        return number(audit.count(Severity.ERROR), "error") + ", " + number(audit.count(Severity.WARNING), "warning")
                + " and " + number(audit.count(Severity.INFO), "info");
    }

    /** {@code no errors}, {@code 1 error}, {@code 2 errors}. */
    static String number(long number, String word) {
        return (number == 0 ? "no" : number) + " " + word + (number == 1 ? "" : "s");
    }

    /** The one whose finding it is: a feature, base, or neither. */
    static String subject(AuditFinding.Key key) {
        boolean isNobodys = key.code() == AuditCode.ORPHAN_MODULE || key.code() == AuditCode.STRAY_PROVIDER;
        return key.feature().orElse(isNobodys ? "no feature" : "base");
    }

    /** {@code undeclared-requirement: dns -> netstack}. */
    static String of(AuditFinding.Key key) {
        return key.code().word() + ": " + subject(key) + " -> " + key.target();
    }

    /** What there is to say of a finding that was accepted and is no more. */
    static String stale(AuditFinding.Key key) {
        return "accepted, and found no more: " + of(key)
                + "; whittle:audit -Dwhittle.accept takes it out of whittle.lock";
    }

    /** {@code the same is true of clock, files and log}; nothing where it is true of one alone. */
    static Optional<String> also(AuditFinding finding) {
        return finding.also().isEmpty()
                ? Optional.empty()
                : Optional.of("the same is true of "
                        + Words.list(
                                finding.also().stream()
                                        .map(other -> new Owner(other.feature()).name())
                                        .toList(),
                                "and"));
    }

    /** {@code features.dns.requires: netstack  # it calls Stack.open}. */
    static String entry(Addition edit) {
        return edit + edit.because().map(because -> "  # " + because).orElse("");
    }
}
