package io.whittle.graph.catalog;

/** A text that is no condition over platforms, with the offset where it breaks. */
final class IllegalConditionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    IllegalConditionException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The character of the text, counted from 0, where it breaks; the text's length where something is missing. */
    int offset() {
        return offset;
    }
}
