package io.whittle.assembler.bisect;

/** What one attempt to check a set came to. */
public enum Verdict {
    PASS,
    FAIL,
    /** The check could not be run on this set at all: it says neither that the set heals nor that it does not. */
    UNRESOLVED
}
