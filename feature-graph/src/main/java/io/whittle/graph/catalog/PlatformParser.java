package io.whittle.graph.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code os/arch[/variant][/musl]}, and where that fails says what is wrong and what to write. */
final class PlatformParser {
    private PlatformParser() {}

    static Platform parse(String text) {
        try {
            return read(text);
        } catch (IllegalPlatformException wrong) {
            String advice = guess(text).map(Platform::toString).orElse("one such as linux/arm/v7");
            throw new IllegalPlatformException(text, wrong.getMessage() + "; write " + advice);
        }
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
            return Optional.of(read(here.toString()));
        } catch (IllegalPlatformException stillNone) {
            return Optional.empty();
        }
    }

    private static Platform read(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalPlatformException(text, "it is not of the form os/arch[/variant][/musl]");
        }
        Os os = Arrays.stream(Os.values())
                .filter(value -> value.word().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknown(text, "operating system", parts[0], words(Os.values())));
        Arch arch = Arrays.stream(Arch.values())
                .filter(value -> value.word().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> unknown(text, "architecture", parts[1], words(Arch.values())));
        List<String> rest = List.of(parts).subList(2, parts.length);
        Optional<Libc> libc = os == Os.LINUX ? Optional.of(Libc.GLIBC) : Optional.empty();
        if (os == Os.LINUX && !rest.isEmpty() && rest.get(rest.size() - 1).equals(Libc.MUSL.word())) {
            libc = Optional.of(Libc.MUSL);
            rest = rest.subList(0, rest.size() - 1);
        }
        if (rest.isEmpty()) {
            return new Platform(os, arch, Optional.empty(), libc);
        }
        if (rest.size() > 1 || !arch.variants().contains(rest.get(0))) {
            throw unknown(text, "variant of " + arch.word(), rest.get(0), arch.variants());
        }
        return new Platform(os, arch, Optional.of(rest.get(0)), libc);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static IllegalPlatformException unknown(String text, String what, String found, List<String> known) {
        String choice = known.isEmpty() ? "there is none" : "known are " + String.join(", ", known);
        return new IllegalPlatformException(text, "'" + found + "' is no " + what + "; " + choice);
    }
}
