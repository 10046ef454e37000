package io.whittle.graph.matrix;

/** Which pairs of two variables rows are to meet. */
public enum PairKind {
    /** Both true, both false, and one of each, either way. */
    ALL,
    /** The one true and the other false, either way. */
    MIXED
}
