package io.whittle.assembler.diff;

import java.util.Comparator;
import java.util.Locale;

/**
 * What statements of a catalogue are about.
 *
 * @param kind what it is
 * @param name its name; of base and image the word itself
 */
public record Subject(Kind kind, String name) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::name);

    /** Kinds, in the order in which they are told. */
    public enum Kind {
        /** What is in every image. */
        BASE,
        /** A feature. */
        FEATURE,
        /** A capability. */
        CAPABILITY,
        /** A profile. */
        PROFILE,
        /** A check. */
        CHECK,
        /** How images are made, where no profile says otherwise. */
        IMAGE,
        /** How one jar is put into images. */
        ARTIFACT;

        /** As documents spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind == Kind.BASE || kind == Kind.IMAGE ? name : kind.word() + " " + name;
    }
}
