package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an image is made for: {@code os/arch[/variant][/musl]}.
 *
 * @param os the operating system
 * @param arch the processor
 * @param variant of the processor, where it matters
 * @param libc on Linux; empty elsewhere
 */
public record Platform(Os os, Arch arch, Optional<String> variant, Optional<Libc> libc)
        implements Comparable<Platform> {
    public Platform {
        if (variant.isPresent() && !arch.variants().contains(variant.get())) {
            throw new IllegalArgumentException(arch.word() + " has no variant " + variant.get());
        }
        if ((os == Os.LINUX) != libc.isPresent()) {
            throw new IllegalArgumentException("a C library is told apart on Linux and nowhere else");
        }
    }

    /**
     * Reads {@code os/arch[/variant][/musl]}.
     *
     * @throws IllegalPlatformException with what is wrong and what can stand there
     */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalPlatformException(text, "a platform is os/arch[/variant][/musl], such as linux/arm/v7");
        }
        Os os = Arrays.stream(Os.values())
                .filter(value -> value.word().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknown(text, "operating system", parts[0], words(Os.values())));
        Arch arch = Arrays.stream(Arch.values())
                .filter(value -> value.word().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> unknown(text, "architecture", parts[1], words(Arch.values())));
        List<String> rest = new ArrayList<>(List.of(parts).subList(2, parts.length));
        Optional<Libc> libc = os == Os.LINUX ? Optional.of(Libc.GLIBC) : Optional.empty();
        if (os == Os.LINUX && !rest.isEmpty() && rest.get(rest.size() - 1).equals(Libc.MUSL.word())) {
            libc = Optional.of(Libc.MUSL);
            rest.remove(rest.size() - 1);
        }
        if (rest.isEmpty()) {
            return new Platform(os, arch, Optional.empty(), libc);
        }
        if (rest.size() > 1 || !arch.variants().contains(rest.get(0))) {
            throw unknown(text, "variant of " + arch.word(), rest.get(0), arch.variants());
        }
        return new Platform(os, arch, Optional.of(rest.get(0)), libc);
    }

    /** The platform this JVM runs on, without a variant. */
    public static Platform host() {
        return HostPlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Every platform the vocabulary can spell, in order. */
    public static List<Platform> all() {
        List<Platform> all = new ArrayList<>();
        for (Os os : Os.values()) {
            for (Arch arch : Arch.values()) {
                List<Optional<String>> variants = new ArrayList<>(List.of(Optional.empty()));
                arch.variants().forEach(variant -> variants.add(Optional.of(variant)));
                for (Optional<String> variant : variants) {
                    if (os == Os.LINUX) {
                        all.add(new Platform(os, arch, variant, Optional.of(Libc.GLIBC)));
                        all.add(new Platform(os, arch, variant, Optional.of(Libc.MUSL)));
                    } else {
                        all.add(new Platform(os, arch, variant, Optional.empty()));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** As a folder's name: {@code linux-arm-v7}. */
    public String folder() {
        return toString().replace('/', '-');
    }

    @Override
    public int compareTo(Platform other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return os.word() + "/" + arch.word() + variant.map(text -> "/" + text).orElse("")
                + libc.filter(Libc.MUSL::equals)
                        .map(value -> "/" + value.word())
                        .orElse("");
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static IllegalPlatformException unknown(String text, String what, String found, List<String> known) {
        String choice = known.isEmpty() ? "there is none" : "known are " + String.join(", ", known);
        return new IllegalPlatformException(text, "'" + found + "' is no " + what + "; " + choice);
    }
}
