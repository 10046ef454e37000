package io.whittle.assembler.probe;

import io.whittle.graph.matrix.PairRow;

import java.util.Locale;
import java.util.Optional;

/**
 * A row, and how far it came.
 *
 * @param row its features
 * @param purpose what it is for
 * @param state how far it came
 * @param sameImageAs the row, or the superset, whose image is its own, too, and was linked before
 * @param passed how many checks passed
 * @param failed how many checks failed
 */
public record ProbedRow(
        PairRow row, Purpose purpose, State state, Optional<String> sameImageAs, int passed, int failed) {
    /** A row that was not run, or could not be. */
    public static ProbedRow without(PairRow row, Purpose purpose, State state) {
        return new ProbedRow(row, purpose, state, Optional.empty(), 0, 0);
    }

    /** What a row is for. */
    public enum Purpose {
        /** It meets pairs that no row before it meets. */
        PAIRS,
        /** It tells apart what may be wanting. */
        SUSPECTS;

        /** As documents spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a row came. */
    public enum State {
        /** Its image was asked every applicable check. */
        ASKED,
        /** No image can be made of it. */
        REFUSED,
        /** A budget ended before. */
        NOT_RUN;

        /** As documents spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
