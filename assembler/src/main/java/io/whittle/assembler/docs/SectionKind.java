package io.whittle.assembler.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a section tells of an image. */
public enum SectionKind {
    /** Every feature, in or out, and why. */
    FEATURES,
    /** The features that are in, and why. */
    IN,
    /** The features that are out, and why. */
    OUT,
    /** The checks, what they prove, and whether they are asked of this image. */
    CHECKS,
    /** What each feature costs, as it was last measured. */
    COST;

    /** As marks spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it tells figures of a build, which move a little from machine to machine. */
    public boolean isMeasured() {
        return this == COST;
    }

    static Optional<SectionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SectionKind::word).toList();
    }
}
