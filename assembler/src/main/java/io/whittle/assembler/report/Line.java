package io.whittle.assembler.report;

/**
 * What one line of defence says of an image.
 *
 * @param state what it came to
 * @param says in words, why; one line
 */
public record Line(State state, String says) {
    static Line green(String says) {
        return new Line(State.GREEN, says);
    }

    static Line red(String says) {
        return new Line(State.RED, says);
    }

    static Line notRun(String says) {
        return new Line(State.NOT_RUN, says);
    }
}
