package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a native file in a jar says of its platform, in the words that builds of libraries use: {@code Linux-Musl/x86_64},
 * {@code linux-armv7}, {@code darwin-x86-64}. Each is asked only for what a header leaves open.
 *
 * @param system the last one that is named
 * @param elsewhere whether a system is named for which there are no platforms, such as Android
 * @param libc the C library, where it is named
 * @param variant the oldest variant of ARM that runs it, where one is named
 */
record PathWords(Optional<Os> system, boolean elsewhere, Optional<Libc> libc, Optional<String> variant) {
    private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");

    /** A system, with nothing glued to it but what tells a processor or a C library: {@code linux64}, {@code win32}. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?<system>linux|macosx|macos|osx|mac|darwin|windows|win|freebsd|openbsd|netbsd|android|sunos|solaris|aix|dragonflybsd"
                    + "|dragonfly|ios)(?<rest>|32|64|x|x32|x64|x86|amd64|arm64|aarch64|arm|armv[5-8][a-z]*|musl|glibc|gnu)");

    private static final Pattern VARIANT = Pattern.compile("armv(?<number>[5-8]).*|(?<armel>armel)");

    /** The words of a path, with {@code /} between its folders. */
    static PathWords of(String path) {
        Optional<Os> system = Optional.empty();
        boolean elsewhere = false;
        Optional<Libc> libc = Optional.empty();
        Optional<String> variant = Optional.empty();
        for (String word : SEPARATOR.split(path.toLowerCase(Locale.ROOT))) {
            String rest = word;
            Matcher named = SYSTEM.matcher(word);
            if (named.matches()) {
                rest = named.group("rest");
                Optional<Os> os = system(named.group("system"));
                elsewhere |= os.isEmpty();
                system = os;
            }
            libc = later(libc(rest), libc);
            variant = later(variant(rest), variant);
        }
        return new PathWords(system, elsewhere, libc, variant);
    }

    /** Whether nothing in the path speaks against the platform. */
    boolean allow(Platform platform) {
        return !elsewhere
                && system.filter(os -> os != platform.os()).isEmpty()
                && (platform.os() != Os.LINUX
                        || libc.filter(named ->
                                        platform.libc().filter(named::equals).isEmpty())
                                .isEmpty())
                && (platform.arch() != Arch.ARM
                        || variant.isEmpty()
                        || platform.variant().isEmpty()
                        || runs(platform.variant().get(), variant.get()));
    }

    private static boolean runs(String processor, String built) {
        List<String> variants = Arch.ARM.variants();
        return variants.indexOf(processor) >= variants.indexOf(built);
    }

    private static <T> Optional<T> later(Optional<T> here, Optional<T> before) {
        return here.isPresent() ? here : before;
    }

    private static Optional<Os> system(String word) {
        return switch (word) {
            case "linux" -> Optional.of(Os.LINUX);
            case "macosx", "macos", "osx", "mac", "darwin" -> Optional.of(Os.MACOS);
            case "windows", "win" -> Optional.of(Os.WINDOWS);
            case "freebsd" -> Optional.of(Os.FREEBSD);
            case "openbsd" -> Optional.of(Os.OPENBSD);
            case "netbsd" -> Optional.of(Os.NETBSD);
            default -> Optional.empty();
        };
    }

    private static Optional<Libc> libc(String word) {
        return switch (word) {
            case "musl", "alpine" -> Optional.of(Libc.MUSL);
            case "glibc", "gnu" -> Optional.of(Libc.GLIBC);
            default -> Optional.empty();
        };
    }

    private static Optional<String> variant(String word) {
        Matcher named = VARIANT.matcher(word);
        return named.matches()
                ? Optional.of(named.group("armel") != null ? "v5" : "v" + named.group("number"))
                : Optional.empty();
    }
}
