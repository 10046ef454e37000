package io.whittle.assembler.check;

/** A check cannot be asked; the message says what stands in the way, and what to do. */
final class NotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    NotRunException(String reason) {
        super(reason);
    }
}
