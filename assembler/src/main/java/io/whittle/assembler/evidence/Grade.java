package io.whittle.assembler.evidence;

import java.util.Locale;

/** From what a use is known; the first is the strongest. */
public enum Grade {
    /** A reference in bytecode, or a word of a module descriptor. */
    BYTECODE,
    /** A service that is asked for or provided. */
    SERVICE,
    /** A string constant that names what is used. */
    CONSTANT,
    /** Something that only a module of the JDK answers, though nothing requires it. */
    JDK,
    /** A use whose target is made at run time: nobody can say from the code what it is. */
    DYNAMIC;

    /** As reports spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
