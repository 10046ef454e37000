package io.whittle.assembler.pack;

/** A folder that cannot be packed. The message says what is wrong where, and what to do; it may have several lines. */
public final class PackException extends Exception {
    private static final long serialVersionUID = 1L;

    PackException(String message) {
        super(message);
    }

    PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
