package io.whittle.assembler.workers;

/** A worker did not do its work: its message says in a clause what it did instead. */
final class WorkerException extends Exception {
    private static final long serialVersionUID = 1;

    WorkerException(String message) {
        super(message);
    }

    WorkerException(String message, Throwable cause) {
        super(message, cause);
    }
}
