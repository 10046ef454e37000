package io.whittle.graph.cells;

import java.util.Arrays;
import java.util.Optional;

/** What rows of a matrix are made of. In this order they give their name to a cell that stands for several, and are kept by a limit. */
public enum RowKind {
    /** The profiles of the catalogue. */
    PROFILES("profiles", "profile"),
    /** Each public feature, alone with what it requires. */
    FEATURES("features", "feature"),
    /** Few choices of features in which every two are met, one in and the other out. */
    PAIRS("pairs", "pairs");

    private final String word;
    private final String ofOne;

    RowKind(String word, String ofOne) {
        this.word = word;
        this.ofOne = ofOne;
    }

    /** As a user asks for it. */
    public String word() {
        return word;
    }

    /** What a single row of it is. */
    public String ofOne() {
        return ofOne;
    }

    /** The one a user asks for. */
    public static Optional<RowKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
