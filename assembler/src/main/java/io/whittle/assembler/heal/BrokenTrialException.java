package io.whittle.assembler.heal;

/** Carries what stopped a trial through a search that knows nothing of files and processes. */
final class BrokenTrialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenTrialException(Exception cause) {
        super(cause);
    }
}
