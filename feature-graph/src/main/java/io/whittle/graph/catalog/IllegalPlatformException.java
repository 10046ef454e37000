package io.whittle.graph.catalog;

/** A text that names no platform. */
public final class IllegalPlatformException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String text;

    IllegalPlatformException(String text, String why) {
        super(why);
        this.text = text;
    }

    /** The text that was to be a platform; {@link #getMessage()} says what is wrong with it. */
    public String text() {
        return text;
    }
}
