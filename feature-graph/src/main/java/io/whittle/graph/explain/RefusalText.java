package io.whittle.graph.explain;

import java.util.stream.Collectors;

/** A refusal as text for a console: who cannot be had, and beneath it every fault. */
public final class RefusalText {
    private RefusalText() {}

    /** Writes a refusal after an empty line; every line ends with {@code \n}. */
    public static String render(Refusal refusal) {
        return "\ncannot be had: " + refusal.who() + "\n"
                + refusal.texts().stream()
                        .flatMap(String::lines)
                        .map(line -> "  " + line + "\n")
                        .collect(Collectors.joining());
    }
}
