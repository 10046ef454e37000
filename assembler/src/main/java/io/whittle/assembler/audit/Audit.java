package io.whittle.assembler.audit;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;

/**
 * What came of holding code against a catalogue.
 *
 * @param catalog the catalogue
 * @param images the images that were looked at, sorted
 * @param findings the worst first, then by feature, target and code; each once
 * @param accepted findings that were accepted before and are still there
 * @param stale findings that were accepted and are no more
 * @param skipped classes and jars that could not be read, each with the reason
 */
public record Audit(
        FeatureCatalog catalog,
        List<Bite> images,
        List<AuditFinding> findings,
        List<AuditFinding> accepted,
        List<AuditFinding.Key> stale,
        List<String> skipped) {
    public Audit {
        images = images.stream().distinct().sorted().toList();
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        stale = List.copyOf(stale);
        skipped = List.copyOf(skipped);
    }

    /** The same, where nobody knows which of the accepted findings are no more. */
    public Audit withoutStale() {
        return new Audit(catalog, images, findings, accepted, List.of(), skipped);
    }

    /** How many findings weigh so much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
