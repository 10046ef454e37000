package io.whittle.graph.analysis;

import java.util.Locale;

/**
 * What an observation is about.
 *
 * @param kind what it is
 * @param name its name; {@code base} for base, and the file's name for a catalogue
 */
public record Subject(Kind kind, String name) {
    /** What can be looked at. */
    public enum Kind {
        /** The catalogue as a whole. */
        CATALOG,
        /** What is always in. */
        BASE,
        /** A feature. */
        FEATURE,
        /** A capability. */
        CAPABILITY,
        /** A profile. */
        PROFILE,
        /** A check. */
        CHECK;

        /** As a document spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subject feature(String name) {
        return new Subject(Kind.FEATURE, name);
    }

    static Subject base() {
        return new Subject(Kind.BASE, "base");
    }
}
