package io.whittle.graph.catalog;

import java.util.Locale;
import java.util.Optional;

/** Turns a text that names no platform into a message that ends with the platform to write, where one can be guessed. */
final class PlatformAdvice {
    private PlatformAdvice() {}

    static String on(IllegalPlatformException illegal) {
        String advice =
                guess(illegal.text()).map(Platform::toString).orElse("os/arch[/variant][/musl], such as linux/arm/v7");
        // With one part only there is nothing to say about a part.
        String why = illegal.text().contains("/") ? " (" + illegal.getMessage() + ")" : "";
        return "'" + illegal.text() + "' is no platform" + why + "; write " + advice;
    }

    /** Other tools' words put into ours, dashes into slashes. */
    private static Optional<Platform> guess(String text) {
        String[] parts =
                text.toLowerCase(Locale.ROOT).replace("x86-64", "amd64").split("[/-]");
        StringBuilder here = new StringBuilder();
        for (String part : parts) {
            String word = PlatformWords.all().contains(part)
                    ? part
                    : PlatformWords.here(part).orElse(part).replace(" and ", "/");
            here.append(here.isEmpty() ? "" : "/").append(word);
        }
        try {
            return Optional.of(Platform.parse(here.toString()));
        } catch (IllegalPlatformException stillNone) {
            return Optional.empty();
        }
    }
}
