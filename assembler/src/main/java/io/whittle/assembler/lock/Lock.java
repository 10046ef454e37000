package io.whittle.assembler.lock;

import io.whittle.graph.catalog.Platform;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The accepted state of all profiles.
 *
 * @param profiles by name, then by platform; a profile without an entry is none
 * @param findings of audits, sorted
 */
public record Lock(SortedMap<String, SortedMap<Platform, LockEntry>> profiles, SortedSet<LockedFinding> findings) {
    public Lock {
        SortedMap<String, SortedMap<Platform, LockEntry>> copy = new TreeMap<>();
        profiles.forEach((profile, entries) -> {
            if (!entries.isEmpty()) {
                copy.put(profile, Collections.unmodifiableSortedMap(new TreeMap<>(entries)));
            }
        });
        profiles = Collections.unmodifiableSortedMap(copy);
        findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
    }

    /** Nothing is accepted yet. */
    public static Lock empty() {
        return new Lock(Collections.emptySortedMap(), Collections.emptySortedSet());
    }

    /** What was accepted for a profile on a platform. */
    public Optional<LockEntry> find(String profile, Platform platform) {
        return Optional.ofNullable(profiles.get(profile)).map(entries -> entries.get(platform));
    }

    /** The same, with this entry in place of the one that is there. */
    public Lock with(String profile, Platform platform, LockEntry entry) {
        SortedMap<String, SortedMap<Platform, LockEntry>> all = new TreeMap<>(profiles);
        SortedMap<Platform, LockEntry> entries = new TreeMap<>(all.getOrDefault(profile, Collections.emptySortedMap()));
        entries.put(platform, entry);
        all.put(profile, entries);
        return new Lock(all, findings);
    }

    /** The same, without profiles that are not among these. */
    public Lock withOnly(Set<String> kept) {
        SortedMap<String, SortedMap<Platform, LockEntry>> all = new TreeMap<>(profiles);
        all.keySet().retainAll(kept);
        return new Lock(all, findings);
    }

    /** The same, with these findings in place of those that were accepted before. */
    public Lock withFindings(SortedSet<LockedFinding> accepted) {
        return new Lock(profiles, accepted);
    }

    /** Profiles that are not among these. */
    public SortedSet<String> profilesBeside(Set<String> known) {
        SortedSet<String> others = new TreeSet<>(profiles.keySet());
        others.removeAll(known);
        return Collections.unmodifiableSortedSet(others);
    }
}
