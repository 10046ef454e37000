package io.whittle.assembler.elf;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's package of a library, told from the library's name. */
public final class DebianPackage {
    private static final Pattern SONAME = Pattern.compile("(lib.+?)(?:-([0-9.]+))?\\.so(?:\\.([0-9.]+))?");

    /** Those that do not follow the rule. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("libc", "libc6"),
            Map.entry("libm", "libc6"),
            Map.entry("libdl", "libc6"),
            Map.entry("librt", "libc6"),
            Map.entry("libpthread", "libc6"),
            Map.entry("libresolv", "libc6"),
            Map.entry("libutil", "libc6"),
            Map.entry("libnss_files", "libc6"),
            Map.entry("libnss_dns", "libc6"),
            Map.entry("libgcc_s", "libgcc-s1"),
            Map.entry("libz", "zlib1g"),
            Map.entry("libharfbuzz", "libharfbuzz0b"),
            Map.entry("libjpeg", "libjpeg62-turbo"),
            Map.entry("libcrypto", "libssl3"));

    private DebianPackage() {}

    /** The package that usually has it, by Debian's rule: {@code libX11.so.6} is in {@code libx11-6}. */
    public static String of(String library) {
        if (library.contains("/ld-") || library.startsWith("ld-")) {
            return "libc6";
        }
        Matcher parts = SONAME.matcher(library);
        if (!parts.matches()) {
            return library;
        }
        String name = parts.group(1);
        if (OTHERS.containsKey(name)) {
            return OTHERS.get(name);
        }
        String version = parts.group(3) != null ? parts.group(3) : parts.group(2) != null ? parts.group(2) : "";
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean digit = !version.isEmpty() && Character.isDigit(lower.charAt(lower.length() - 1));
        return lower + (digit ? "-" : "") + version;
    }
}
