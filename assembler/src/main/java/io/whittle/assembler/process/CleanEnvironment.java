package io.whittle.assembler.process;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The little of an environment that a process needs, and nothing that would change how a JVM behaves. */
public final class CleanEnvironment {
    private static final Set<String> KEPT = Set.of("PATH", "LANG", "TZ");

    /** Windows starts next to nothing without these. */
    private static final Set<String> KEPT_ON_WINDOWS =
            Set.of("PATH", "PATHEXT", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "WINDIR");

    private CleanEnvironment() {}

    /**
     * The variables of the host that are kept, with a home and a place for temporary files of the process's own.
     *
     * @param host every variable of the host
     * @param home an existing folder that is both
     */
    public static SortedMap<String, String> of(Map<String, String> host, Path home) {
        SortedMap<String, String> clean = new TreeMap<>();
        host.forEach((name, value) -> {
            if (KEPT.contains(name)
                    || name.startsWith("LC_")
                    || KEPT_ON_WINDOWS.contains(name.toUpperCase(Locale.ROOT)) && onWindows(host)) {
                clean.put(name, value);
            }
        });
        clean.put("HOME", home.toString());
        clean.put("TMPDIR", home.toString());
        if (onWindows(host)) {
            clean.put("TEMP", home.toString());
            clean.put("TMP", home.toString());
        }
        return clean;
    }

    private static boolean onWindows(Map<String, String> host) {
        return host.keySet().stream().anyMatch("SYSTEMROOT"::equalsIgnoreCase);
    }
}
