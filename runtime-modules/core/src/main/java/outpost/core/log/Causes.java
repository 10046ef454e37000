package outpost.core.log;

/** Says in one line why something failed. */
public final class Causes {
    private Causes() {}

    /** The failure's message, or the name of its type where it has none. */
    public static String text(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
