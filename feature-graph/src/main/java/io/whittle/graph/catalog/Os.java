package io.whittle.graph.catalog;

import java.util.Locale;

/** Operating systems a condition can name. */
public enum Os {
    LINUX,
    MACOS,
    WINDOWS,
    FREEBSD,
    OPENBSD,
    NETBSD;

    /** As the catalogue spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
