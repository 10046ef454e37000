package io.whittle.assembler.heal;

/** What is left out and added in search of what is missing. */
public enum Over {
    /** Features of the catalogue. */
    FEATURES,
    /** Modules of the JDK. */
    JDK,
    /** Both at once. */
    BOTH;

    boolean includes(ImagePart.Kind kind) {
        return this == BOTH || (this == FEATURES) == (kind == ImagePart.Kind.FEATURE);
    }
}
