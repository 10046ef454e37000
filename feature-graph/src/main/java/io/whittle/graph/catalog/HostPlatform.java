package io.whittle.graph.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the platform from what a JVM says of its host. */
final class HostPlatform {
    private HostPlatform() {}

    static Platform of(String osName, String osArch) {
        Os os = os(osName.toLowerCase(Locale.ROOT));
        Arch arch = arch(osArch.toLowerCase(Locale.ROOT));
        Optional<Libc> libc = os == Os.LINUX ? Optional.of(libc()) : Optional.empty();
        return new Platform(os, arch, Optional.empty(), libc);
    }

    private static Os os(String name) {
        if (name.startsWith("mac")) {
            return Os.MACOS;
        }
        return Stream.of(Os.values())
                .filter(os -> name.startsWith(os.word()))
                .findFirst()
                .orElseThrow(() -> unknown("operating system", name));
    }

    private static Arch arch(String name) {
        return switch (name) {
            case "x86_64", "amd64" -> Arch.AMD64;
            case "aarch64", "arm64" -> Arch.ARM64;
            default ->
                Stream.of(Arch.values())
                        .filter(arch -> name.equals(arch.word()) || arch == Arch.ARM && name.startsWith("arm"))
                        .findFirst()
                        .orElseThrow(() -> unknown("processor", name));
        };
    }

    private static IllegalPlatformException unknown(String what, String name) {
        return new IllegalPlatformException(
                name,
                "this machine's " + what + ", '" + name + "', is none that Whittle knows; name the platform that is"
                        + " meant, such as linux/amd64");
    }

    // The loader that is mapped into this process, not one that may be installed beside it.
    private static Libc libc() {
        Path maps = Path.of("/proc/self/maps");
        try (Stream<String> mapped = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
            return mapped.anyMatch(line -> line.contains("/ld-musl-")) ? Libc.MUSL : Libc.GLIBC;
        } catch (IOException | UncheckedIOException hidden) {
            return Libc.GLIBC;
        }
    }
}
