package io.whittle.assembler.audit;

import java.util.Locale;

/** What code needs and no class file tells. Every report names these, so that a clean one is not taken for more than it is. */
enum BlindSpot {
    /** The compiler copies them. */
    INLINED_CONSTANTS("a constant that the compiler copied into the class that uses it leaves no reference behind"),
    /** The compiler drops them. */
    SOURCE_ANNOTATIONS("an annotation that is kept in the source alone is not in the class file"),
    /** Other readers would be needed. */
    NATIVE_CODE("what native code calls, and what it loads, is not read"),
    /** Only running tells. */
    COMPUTED_NAMES("a name that is made at run time is not known before; declare what it loads under dynamic");

    private final String text;

    BlindSpot(String text) {
        this.text = text;
    }

    /** What is not seen, a clause. */
    String text() {
        return text;
    }

    /** {@code inlined-constants}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
