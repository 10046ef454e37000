package io.whittle.assembler.goal;

import io.whittle.assembler.audit.AuditCode;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockException;
import io.whittle.assembler.lock.LockJson;
import io.whittle.assembler.lock.LockReader;
import io.whittle.assembler.lock.LockedFinding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of an audit that whittle.lock holds. */
final class AcceptedFindings {
    private AcceptedFindings() {}

    /**
     * Those that are held; none where there is no such file.
     *
     * @throws GoalException when it holds a code that there is not, or is no lock
     */
    static Set<AuditFinding.Key> read(Path file) throws GoalException {
        Set<AuditFinding.Key> keys = new TreeSet<>();
        for (LockedFinding finding : lock(file).findings()) {
            AuditCode code = Stream.of(AuditCode.values())
                    .filter(each -> each.word().equals(finding.code()))
                    .findFirst()
                    .orElseThrow(() -> new GoalException(List.of(file + " accepts a finding '" + finding.code()
                            + "', which this version of Whittle does not know.\n  It knows "
                            + Stream.of(AuditCode.values()).map(AuditCode::word).collect(Collectors.joining(", "))
                            + ". Take that entry out, or audit with the version that wrote it.")));
            keys.add(new AuditFinding.Key(code, finding.feature(), finding.target()));
        }
        return keys;
    }

    /** Writes these in place of those that are held, and leaves all else in the file; whether that changed it. */
    static boolean write(Path file, Collection<AuditFinding.Key> keys)
            throws GoalException, IOException, InterruptedException {
        BuildLock held = BuildLock.ofFile(file);
        try {
            Lock former = lock(file);
            SortedSet<LockedFinding> findings = keys.stream()
                    .map(key -> new LockedFinding(key.code().word(), key.feature(), key.target()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Lock next = former.withFindings(findings);
            if (!next.equals(former)) {
                WholeFile.write(file, LockJson.bytes(next));
            }
            return !next.equals(former);
        } finally {
            held.close();
        }
    }

    private static Lock lock(Path file) throws GoalException {
        try {
            return LockReader.read(file).orElseGet(Lock::empty);
        } catch (LockException unusable) {
            throw new GoalException(List.of(unusable.getMessage()));
        }
    }
}
