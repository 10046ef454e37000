package io.whittle.assembler.pack;

/** An archive that is not unpacked. The message says which entry breaks which rule, and what to do. */
public final class UnpackException extends Exception {
    private static final long serialVersionUID = 1L;

    UnpackException(String message, Throwable cause) {
        super(message, cause);
    }
}
