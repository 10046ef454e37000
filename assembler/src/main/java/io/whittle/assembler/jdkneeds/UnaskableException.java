package io.whittle.assembler.jdkneeds;

/** A JDK that does not answer. */
final class UnaskableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The message is a clause without its subject, such as {@code cannot be started here: Exec format error}. */
    UnaskableException(String why) {
        super(why);
    }
}
