package io.whittle.assembler.jdks;

/** There is no JDK for a platform. The message says what is needed, where it was looked for, and what to do. */
public final class NoJdkException extends Exception {
    private static final long serialVersionUID = 1L;

    NoJdkException(String message) {
        super(message);
    }
}
