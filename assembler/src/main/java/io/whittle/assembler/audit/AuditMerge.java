package io.whittle.assembler.audit;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Audits of parts of a matrix as one: each finding once, with all images in which it bites. */
public final class AuditMerge {
    private final SortedMap<AuditFinding.Key, AuditFinding> open = new TreeMap<>();
    private final SortedMap<AuditFinding.Key, AuditFinding> accepted = new TreeMap<>();

    private AuditMerge() {}

    /** All of them together. What one accepts and another finds is found; stale is what all call so. Linear in what is found. */
    public static Audit of(FeatureCatalog catalog, Collection<Audit> audits) {
        AuditMerge merge = new AuditMerge();
        List<Bite> images = new ArrayList<>();
        SortedMap<String, SortedSet<String>> code = new TreeMap<>();
        AskedJdk jdk = AskedJdk.NONE;
        SortedSet<String> unread = new TreeSet<>();
        Set<String> skipped = new LinkedHashSet<>();
        Set<AuditFinding.Key> stale = new TreeSet<>();
        audits.stream().findFirst().ifPresent(first -> stale.addAll(first.stale()));
        for (Audit audit : audits) {
            images.addAll(audit.images());
            audit.code()
                    .forEach((module, hash) ->
                            code.merge(module, hash, (one, other) -> one.equals(other) ? one : new TreeSet<>()));
            jdk = jdk.and(audit.jdk());
            unread.addAll(audit.unread());
            skipped.addAll(audit.skipped());
            stale.retainAll(audit.stale());
            audit.findings().forEach(merge::add);
            audit.accepted().forEach(finding -> merge.accepted.merge(finding.key(), finding, AuditMerge::both));
        }
        merge.open.replaceAll((key, found) -> merge.withAccepted(found));
        return new Audit(
                catalog,
                images,
                worstFirst(merge.open.values()),
                worstFirst(merge.accepted.values()),
                List.copyOf(stale),
                code,
                unread,
                List.copyOf(skipped),
                jdk);
    }

    // By key within a severity, as the map has them.
    private static List<AuditFinding> worstFirst(Collection<AuditFinding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(AuditFinding::severity))
                .toList();
    }

    // What is told once for several features is told once for those of all parts: one may have images without the first
    // of them.
    private void add(AuditFinding finding) {
        if (finding.code() != AuditCode.MISSING_JDK_MODULE && finding.code() != AuditCode.OPTIONAL_JDK_MODULE) {
            open.merge(finding.key(), finding, AuditMerge::both);
            return;
        }
        AuditFinding told = finding;
        for (AuditFinding former : List.copyOf(open.values())) {
            if (former.code() == told.code()
                    && former.target().equals(told.target())
                    && !Collections.disjoint(former.keys(), told.keys())) {
                open.remove(former.key());
                told = both(former, told);
            }
        }
        open.put(told.key(), told);
    }

    private AuditFinding withAccepted(AuditFinding found) {
        AuditFinding told = found;
        for (AuditFinding.Key key : found.keys()) {
            AuditFinding known = accepted.remove(key);
            if (known != null) {
                told = both(told, known);
            }
        }
        return told;
    }

    // Where one audit looked at more than another, what that one says of places may be more.
    private static AuditFinding both(AuditFinding one, AuditFinding other) {
        AuditFinding told = one;
        if (one.key().equals(other.key())) {
            told = one.places().size() + one.more() >= other.places().size() + other.more() ? one : other;
        } else if (one.key().compareTo(other.key()) > 0) {
            told = other;
        }
        List<Bite> bites = new ArrayList<>(one.bites());
        bites.addAll(other.bites());
        SortedMap<String, AuditFinding.Also> others = new TreeMap<>();
        Stream.of(one, other)
                .flatMap(AuditMerge::everybody)
                .forEach(each -> others.merge(
                        each.feature().orElse(""),
                        each,
                        (former, next) -> former.edit().isPresent() ? former : next));
        others.remove(told.feature().orElse(""));
        return told.with(bites, others.values());
    }

    private static Stream<AuditFinding.Also> everybody(AuditFinding finding) {
        return Stream.concat(
                Stream.of(new AuditFinding.Also(finding.feature(), finding.edit())), finding.also().stream());
    }
}
