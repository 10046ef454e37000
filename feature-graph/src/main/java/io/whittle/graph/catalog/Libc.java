package io.whittle.graph.catalog;

import java.util.Locale;

/** C libraries of Linux a condition can name. */
public enum Libc {
    GLIBC,
    MUSL;

    /** As the catalogue spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
