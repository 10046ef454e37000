package io.whittle.assembler.text;

import java.util.Locale;

/** Numbers of bytes. */
public final class ByteCount {
    private ByteCount() {}

    /** For people: {@code 38.2 MiB}, {@code 512 KiB}. */
    public static String spell(long bytes) {
        return bytes < 1 << 20
                ? (bytes + 512) / 1024 + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024.0));
    }
}
