package io.whittle.assembler.heal;

/** What is left out and added in search of what is missing. */
public enum Over {
    /** Features of the catalogue. */
    FEATURES,
    /** Modules of the JDK. */
    JDK,
    /** Both, and modules on the path that no feature has. */
    BOTH;

    boolean includes(ImagePart.Kind kind) {
        return switch (kind) {
            case FEATURE -> this != JDK;
            case JDK_MODULE -> this != FEATURES;
            case MODULE -> this == BOTH;
        };
    }
}
