package io.whittle.graph.catalog;

import java.math.BigDecimal;
import java.util.Map;

/** A number with its unit, in bytes or in milliseconds. */
final class Quantity {
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("B", 1L),
            Map.entry("kB", 1_000L),
            Map.entry("KiB", 1L << 10),
            Map.entry("MB", 1_000_000L),
            Map.entry("MiB", 1L << 20),
            Map.entry("GB", 1_000_000_000L),
            Map.entry("GiB", 1L << 30),
            Map.entry("ms", 1L),
            Map.entry("s", 1_000L),
            Map.entry("min", 60_000L));

    private Quantity() {}

    /** Of a text that fits {@link TextForm#SIZE} or {@link TextForm#DURATION}; a fraction of the unit is cut off. */
    static long of(String text) {
        int digits = 0;
        while (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.') {
            digits++;
        }
        return new BigDecimal(text.substring(0, digits))
                .multiply(BigDecimal.valueOf(UNITS.get(text.substring(digits).trim())))
                .longValue();
    }
}
