package io.whittle.assembler.diff;

import java.util.Locale;

/** On which side something is. */
public enum Presence {
    /** On both. */
    BOTH,
    /** On the later alone. */
    NEW,
    /** On the former alone. */
    GONE;

    /** As documents spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
