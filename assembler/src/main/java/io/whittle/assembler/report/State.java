package io.whittle.assembler.report;

/** What a line of defence came to. What never ran is not green. */
public enum State {
    /** It was held against everything it is for, and holds. */
    GREEN("green"),
    /** It does not hold. */
    RED("red"),
    /** It is not known. */
    NOT_RUN("not run");

    private final String word;

    State(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
