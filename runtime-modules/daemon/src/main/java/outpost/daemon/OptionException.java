package outpost.daemon;

/** A command line that cannot be understood. */
final class OptionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String option;

    OptionException(String option, String message) {
        super(message);
        this.option = option;
    }

    String option() {
        return option;
    }
}
