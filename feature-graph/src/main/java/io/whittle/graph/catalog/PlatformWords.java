package io.whittle.graph.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vocabulary of conditions, and what other tools call the same things. */
final class PlatformWords {
    private static final Map<String, PlatformCondition> WORDS = words();

    private static final Map<String, String> SPELLED_ELSEWHERE = Map.ofEntries(
            Map.entry("darwin", "macos"),
            Map.entry("osx", "macos"),
            Map.entry("mac", "macos"),
            Map.entry("macosx", "macos"),
            Map.entry("win", "windows"),
            Map.entry("win32", "windows"),
            Map.entry("win64", "windows"),
            Map.entry("x86", "amd64"),
            Map.entry("x86_64", "amd64"),
            Map.entry("x86-64", "amd64"),
            Map.entry("x64", "amd64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("aarch32", "arm"),
            Map.entry("arm32", "arm"),
            Map.entry("armhf", "arm and v7"),
            Map.entry("armv7", "arm and v7"),
            Map.entry("armv7l", "arm and v7"),
            Map.entry("armv6", "arm and v6"),
            Map.entry("armel", "arm and v5"),
            Map.entry("riscv", "riscv64"),
            Map.entry("ppc64el", "ppc64le"),
            Map.entry("powerpc64le", "ppc64le"),
            Map.entry("s390", "s390x"),
            Map.entry("gnu", "glibc"),
            Map.entry("libc", "glibc"),
            Map.entry("alpine", "musl"),
            Map.entry("bsd", "freebsd | openbsd | netbsd"),
            Map.entry("unix", "not windows"),
            Map.entry("posix", "not windows"));

    private PlatformWords() {}

    static Optional<PlatformCondition> condition(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** Every word, in the order in which a message lists them. */
    static Set<String> all() {
        return WORDS.keySet();
    }

    /** What this vocabulary calls a word that another tool or another spelling uses. */
    static Optional<String> here(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (WORDS.containsKey(lower)) {
            return Optional.of(lower);
        }
        return Optional.ofNullable(SPELLED_ELSEWHERE.get(lower))
                .or(() -> new NearestName().to(lower, WORDS.keySet()))
                .or(() ->
                        new NearestName().to(lower, SPELLED_ELSEWHERE.keySet()).map(SPELLED_ELSEWHERE::get));
    }

    private static Map<String, PlatformCondition> words() {
        Map<String, PlatformCondition> words = new LinkedHashMap<>();
        for (Os os : Os.values()) {
            words.put(os.word(), new PlatformCondition.OsIs(os));
        }
        for (Arch arch : Arch.values()) {
            words.put(arch.word(), new PlatformCondition.ArchIs(arch));
        }
        Arrays.stream(Arch.values())
                .flatMap(arch -> arch.variants().stream())
                .sorted()
                .forEach(variant -> words.put(variant, new PlatformCondition.VariantIs(variant)));
        for (Libc libc : Libc.values()) {
            words.put(libc.word(), new PlatformCondition.LibcIs(libc));
        }
        return words;
    }
}
