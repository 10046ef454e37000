package io.whittle.assembler.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Audits of one catalogue whose images hold different jars of one module name, as one: a use that one of them shows is one, and what none of
 * the jars uses is not used.
 */
public final class AuditsOfPaths {
    /** What is found where code shows no use: one jar that shows one is enough. */
    private static final Set<AuditCode> ABSENCES = Set.of(
            AuditCode.UNUSED_REQUIREMENT,
            AuditCode.OPTIONAL_REQUIREMENT,
            AuditCode.ORPHAN_MODULE,
            AuditCode.STRAY_PROVIDER);

    /** What is told only where the same use is no error. */
    private static final Set<AuditCode> LESSER =
            Set.of(AuditCode.INDIRECT_REQUIREMENT, AuditCode.UNDECLARED_OPTIONAL_USE);

    private static final List<AuditCode> GREATER = List.of(AuditCode.UNDECLARED_REQUIREMENT, AuditCode.UNAVAILABLE_USE);

    private AuditsOfPaths() {}

    /** All of them together, of which there is at least one. Linear in what is found. */
    public static Audit of(List<Audit> audits) {
        if (audits.size() == 1) {
            return audits.get(0);
        }
        List<Set<AuditFinding.Key>> found =
                audits.stream().map(AuditsOfPaths::keys).toList();
        Set<AuditFinding.Key> gone = new HashSet<>();
        for (AuditFinding.Key key : found.stream().flatMap(Set::stream).collect(Collectors.toSet())) {
            boolean isEverywhere = found.stream().allMatch(keys -> keys.contains(key) || isMore(keys, key));
            boolean isLess = LESSER.contains(key.code())
                    && GREATER.stream().anyMatch(code -> found.stream().anyMatch(keys -> keys.contains(as(code, key))));
            if (ABSENCES.contains(key.code()) && !isEverywhere || isLess) {
                gone.add(key);
            }
        }
        return AuditMerge.of(
                audits.get(0).catalog(),
                audits.stream().map(audit -> audit.without(gone)).toList());
    }

    /** Whether a jar shows no use at all where another shows one that bears absence: together they show that. */
    private static boolean isMore(Set<AuditFinding.Key> keys, AuditFinding.Key key) {
        return key.code() == AuditCode.OPTIONAL_REQUIREMENT && keys.contains(as(AuditCode.UNUSED_REQUIREMENT, key));
    }

    private static AuditFinding.Key as(AuditCode code, AuditFinding.Key key) {
        return new AuditFinding.Key(code, key.feature(), key.target());
    }

    private static Set<AuditFinding.Key> keys(Audit audit) {
        return Stream.concat(audit.findings().stream(), audit.accepted().stream())
                .flatMap(finding -> finding.keys().stream())
                .collect(Collectors.toSet());
    }
}
