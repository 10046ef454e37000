package io.whittle.graph.catalog;

import java.util.ArrayList;
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
     * @throws IllegalPlatformException whose message ends with the platform to write, where one can be guessed
     */
    public static Platform parse(String text) {
        return PlatformParser.parse(text);
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
}
