package io.whittle.assembler.diff;

import io.whittle.assembler.lock.LockedFinding;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In what two states differ.
 *
 * @param from the former
 * @param to the later
 * @param subjects of catalogues that say something else
 * @param images by name
 * @param newFindings of audits, with their words
 * @param goneFindings of audits, with their words
 * @param notCompared what could not be compared, and why
 */
public record Diff(
        Side from,
        Side to,
        List<SubjectDiff> subjects,
        List<ImageDiff> images,
        SortedMap<LockedFinding, String> newFindings,
        SortedMap<LockedFinding, String> goneFindings,
        List<String> notCompared) {
    public Diff {
        subjects = List.copyOf(subjects);
        images = images.stream().filter(image -> !image.isEmpty()).toList();
        newFindings = Collections.unmodifiableSortedMap(new TreeMap<>(newFindings));
        goneFindings = Collections.unmodifiableSortedMap(new TreeMap<>(goneFindings));
        notCompared = List.copyOf(notCompared);
    }

    /**
     * What a catalogue says otherwise of something.
     *
     * @param subject what it is about
     * @param presence whether both catalogues have it
     * @param gone what is no longer said
     * @param added what is said now
     */
    record SubjectDiff(Subject subject, Presence presence, SortedSet<String> gone, SortedSet<String> added) {
        SubjectDiff {
            gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
            added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        }
    }

    /** Whether nothing that was compared differs. */
    public boolean isEmpty() {
        return subjects.isEmpty() && images.isEmpty() && newFindings.isEmpty() && goneFindings.isEmpty();
    }
}
