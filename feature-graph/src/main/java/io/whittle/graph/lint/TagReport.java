package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Platform;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a list of tags comes to on a platform.
 *
 * @param platform the platform
 * @param kept features that the list keeps, of those that can be had there
 * @param findings in the order of the list; of those at one place first what breaks, then the rest
 * @param missing features that are left out and that kept ones require, directly or through others; each with the kept
 *     features that do. With them the list is closed
 */
public record TagReport(
        Platform platform,
        SortedSet<String> kept,
        List<TagFinding> findings,
        SortedMap<String, SortedSet<String>> missing) {
    public TagReport {
        kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
        findings = findings.stream()
                .sorted(Comparator.comparing(TagFinding::place).thenComparing(TagFinding::severity))
                .toList();
        SortedMap<String, SortedSet<String>> copies = new TreeMap<>();
        missing.forEach((feature, by) -> copies.put(feature, Collections.unmodifiableSortedSet(new TreeSet<>(by))));
        missing = Collections.unmodifiableSortedMap(copies);
    }

    /** How many findings are of this severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether both say the same, each of its platform. */
    boolean agrees(TagReport other) {
        return kept.equals(other.kept) && findings.equals(other.findings) && missing.equals(other.missing);
    }
}
