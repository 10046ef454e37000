package io.whittle.assembler.check;

import java.util.Map;

/** An exit code in words. */
final class ExitText {
    /** Codes of processes that a signal ended are 128 and its number; the numbers are the same on every Unix. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(129, "HUP", 130, "INT", 131, "QUIT", 132, "ILL", 134, "ABRT", 137, "KILL", 139, "SEGV", 143, "TERM");

    private ExitText() {}

    static String of(int exit) {
        String signal = SIGNALS.get(exit);
        return "exit code " + exit + (signal == null ? "" : " (as after the signal " + signal + ")");
    }
}
