package io.whittle.assembler.audit;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.FeatureCatalog;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What came of holding code against a catalogue.
 *
 * @param catalog the catalogue
 * @param images the images that were looked at, sorted
 * @param findings the worst first, then by feature, target and code; each once
 * @param accepted findings that were accepted before and are still there
 * @param stale findings that were accepted and are no more
 * @param code hashes of the code of the project's own modules, by name: one for each jar or folder that was read; none for a module of which
 *     parts of a matrix have read different code
 * @param unread modules of images whose code was not at hand, and labels of jars of which another of the same module name was read: of an image
 *     that holds one, nothing is known
 * @param skipped classes and jars that could not be read, each with the reason
 * @param jdk which JDK was asked for what code asks by name
 */
public record Audit(
        FeatureCatalog catalog,
        List<Bite> images,
        List<AuditFinding> findings,
        List<AuditFinding> accepted,
        List<AuditFinding.Key> stale,
        SortedMap<String, SortedSet<String>> code,
        SortedSet<String> unread,
        List<String> skipped,
        AskedJdk jdk) {
    public Audit {
        images = images.stream().distinct().sorted().toList();
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        stale = List.copyOf(stale);
        SortedMap<String, SortedSet<String>> hashes = new TreeMap<>();
        code.forEach((module, each) -> hashes.put(module, Collections.unmodifiableSortedSet(new TreeSet<>(each))));
        code = Collections.unmodifiableSortedMap(hashes);
        unread = Collections.unmodifiableSortedSet(new TreeSet<>(unread));
        skipped = List.copyOf(skipped);
    }

    /** The same, where nobody knows which of the accepted findings are no more. */
    public Audit withoutStale() {
        return new Audit(catalog, images, findings, accepted, List.of(), code, unread, skipped, jdk);
    }

    /** The same, of this code, where that of some modules was not at hand. */
    public Audit of(SortedMap<String, SortedSet<String>> read, SortedSet<String> modules) {
        return new Audit(catalog, images, findings, accepted, stale, read, modules, skipped, jdk);
    }

    /** The same, where this is known of the JDK that was asked. */
    public Audit of(AskedJdk asked) {
        return new Audit(catalog, images, findings, accepted, stale, code, unread, skipped, asked);
    }

    /** The same without some findings. One that was accepted is stale then. */
    Audit without(Set<AuditFinding.Key> gone) {
        List<AuditFinding.Key> noMore = Stream.concat(
                        stale.stream(), accepted.stream().map(AuditFinding::key).filter(gone::contains))
                .sorted()
                .toList();
        return new Audit(
                catalog, images, without(findings, gone), without(accepted, gone), noMore, code, unread, skipped, jdk);
    }

    private static List<AuditFinding> without(List<AuditFinding> findings, Set<AuditFinding.Key> gone) {
        return findings.stream()
                .filter(finding -> !gone.contains(finding.key()))
                .toList();
    }

    /** All code that was not read, each with the reason. */
    List<String> notRead() {
        return Stream.concat(
                        unread.stream()
                                .map(each -> each
                                        + (isJar(each)
                                                ? ": another jar of its module name is read"
                                                : ": the module path does not have it")),
                        skipped.stream())
                .toList();
    }

    /** Whether something that is not read is a jar and no module. */
    public static boolean isJar(String unread) {
        return unread.contains(":");
    }

    /** How many findings weigh so much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
