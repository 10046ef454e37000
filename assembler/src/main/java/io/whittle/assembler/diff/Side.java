package io.whittle.assembler.diff;

import io.whittle.assembler.lock.LockedFinding;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One of two states that are compared.
 *
 * @param kind what it is
 * @param name the file or folder, as the user named it
 * @param statements what a catalogue says, by subject; empty for other kinds
 * @param images what is known of each image
 * @param refused images that cannot be had, each with why, in words
 * @param findings of audits, each with its words; empty where no audit is known
 */
public record Side(
        Kind kind,
        String name,
        Optional<SortedMap<Subject, SortedSet<String>>> statements,
        SortedMap<ImageKey, ImageState> images,
        SortedMap<ImageKey, String> refused,
        Optional<SortedMap<LockedFinding, String>> findings) {
    public Side {
        statements = statements.map(each -> Collections.unmodifiableSortedMap(new TreeMap<>(each)));
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        findings = findings.map(each -> Collections.unmodifiableSortedMap(new TreeMap<>(each)));
    }

    /** Kind and name, for people. */
    String words() {
        return kind.word() + " " + name;
    }

    /** The images that it knows. */
    public SortedSet<ImageKey> keys() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(images.keySet()));
    }

    /** Whether it knows of no image, and of none that cannot be had. */
    public boolean isWithoutImages() {
        return images.isEmpty() && refused.isEmpty();
    }

    /** The profiles that it speaks of, whatever they come to. */
    public SortedSet<String> profiles() {
        SortedSet<String> names = new TreeSet<>();
        images.keySet().forEach(key -> names.add(key.profile()));
        refused.keySet().forEach(key -> names.add(key.profile()));
        statements.ifPresent(said -> said.keySet().stream()
                .filter(subject -> subject.kind() == Subject.Kind.PROFILE)
                .forEach(subject -> names.add(subject.name())));
        return Collections.unmodifiableSortedSet(names);
    }

    /** The same, with these images alone. */
    public Side only(Predicate<ImageKey> kept) {
        SortedMap<ImageKey, ImageState> some = new TreeMap<>(images);
        some.keySet().removeIf(kept.negate());
        SortedMap<ImageKey, String> without = new TreeMap<>(refused);
        without.keySet().removeIf(kept.negate());
        return new Side(kind, name, statements, some, without, findings);
    }
}
