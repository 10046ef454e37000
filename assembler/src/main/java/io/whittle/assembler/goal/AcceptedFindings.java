package io.whittle.assembler.goal;

import io.whittle.assembler.audit.AuditCode;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockException;
import io.whittle.assembler.lock.LockJson;
import io.whittle.assembler.lock.LockReader;
import io.whittle.assembler.lock.LockedFinding;
import io.whittle.graph.catalog.NearestName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of an audit that whittle.lock holds. */
final class AcceptedFindings {
    private static final SortedMap<String, AuditCode> CODES = new TreeMap<>(
            Stream.of(AuditCode.values()).collect(Collectors.toMap(AuditCode::word, Function.identity())));

    private AcceptedFindings() {}

    /**
     * Those that are held; none where there is no such file.
     *
     * @throws GoalException with each code that there is not, at its place; or when it is no lock
     */
    static Set<AuditFinding.Key> read(Path file) throws GoalException {
        Set<AuditFinding.Key> keys = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        NearestName nearest = new NearestName();
        placed(file).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(LockException.Place.IN_FILE))
                .forEach(each -> {
                    LockedFinding finding = each.getKey();
                    Optional.ofNullable(CODES.get(finding.code()))
                            .ifPresentOrElse(
                                    code -> keys.add(new AuditFinding.Key(code, finding.feature(), finding.target())),
                                    () -> faults.add(unknown(file, each.getValue(), finding.code(), nearest)));
                });
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return keys;
    }

    private static String unknown(Path file, LockException.Place place, String code, NearestName nearest) {
        return place.in(file) + ": '" + code + "' is no code of a finding that this version of Whittle knows.\n  "
                + nearest.to(code, CODES.keySet())
                        .map(meant -> "Is " + meant + " meant?")
                        .orElse("It knows " + String.join(", ", CODES.keySet()) + ".")
                + " Else take that entry out, or audit with the version that wrote it.";
    }

    private static SortedMap<LockedFinding, LockException.Place> placed(Path file) throws GoalException {
        try {
            return LockReader.findings(file);
        } catch (LockException unusable) {
            throw new GoalException(List.of(unusable.getMessage()));
        }
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
