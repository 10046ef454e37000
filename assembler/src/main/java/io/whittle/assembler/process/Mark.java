package io.whittle.assembler.process;

import java.util.UUID;

/**
 * What tells the processes of one run from all others: the value of a variable that every process hands on to those it
 * starts. A child that called setsid keeps it, while it is nobody's descendant any more.
 *
 * @param text letters, digits and {@code -}; the marks of parts of a run begin with the run's own
 */
record Mark(String text) {
    static final String VARIABLE = "WHITTLE_MARK";

    /** A mark that nobody else has. */
    static Mark random() {
        return new Mark(UUID.randomUUID().toString().replace("-", ""));
    }

    /** The mark of a part; a number says which. */
    Mark part(int number) {
        // Closed at the end: part 1 is no beginning of part 10.
        return new Mark(text + "-" + number + "-");
    }

    /** What the environment of a marked process holds, its own mark or one of a part. */
    String assignment() {
        return VARIABLE + "=" + text;
    }
}
