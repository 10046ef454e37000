package io.whittle.assembler.testing;

/**
 * Shell scripts that heed SIGINT, whatever started the tests: what a shell starts in the background ignores it, and so does
 * everything below. env of GNU undoes that; where env is another, a script is as it was started.
 */
public final class Heeding {
    private static final String ENV = "env --default-signal=INT";

    private Heeding() {}

    /** The script, which first becomes one that heeds SIGINT, under the same process id and with the same arguments. */
    public static String interrupts(String script) {
        return ENV + " true 2>/dev/null && exec " + ENV + " sh -c '" + script.replace("'", "'\\''")
                + "' \"$0\" \"$@\"\n" + script;
    }
}
