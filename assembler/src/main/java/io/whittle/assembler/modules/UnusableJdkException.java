package io.whittle.assembler.modules;

import java.nio.file.Path;

/** A folder that was named as a JDK and cannot be linked. */
public final class UnusableJdkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path home;
    private final String why;

    /**
     * A JDK that cannot be used.
     *
     * @param why what is wrong, a clause that follows "cannot be linked: "
     * @param mend what the user can do, a sentence without its end
     */
    public UnusableJdkException(Path home, String why, String mend) {
        super("The JDK at " + home + " cannot be linked: " + why + ".\n  " + capital(mend) + ".");
        this.home = home;
        this.why = why;
    }

    /** The folder. */
    public Path home() {
        return home;
    }

    /** What is wrong with it: a clause without its end, such as "it has no jmods folder". */
    public String why() {
        return why;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
