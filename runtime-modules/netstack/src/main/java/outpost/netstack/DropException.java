package outpost.netstack;

/** A packet that is not answered. Has no trace: whoever sends such packets should not be able to keep the processor busy. */
final class DropException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Drop reason;

    DropException(Drop reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    Drop reason() {
        return reason;
    }
}
