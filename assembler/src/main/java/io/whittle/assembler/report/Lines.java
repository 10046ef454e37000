package io.whittle.assembler.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The three lines of defence of an image.
 *
 * @param resolve what is declared was followed
 * @param audit what code needs is declared
 * @param check the image does what was asked
 */
public record Lines(Line resolve, Line audit, Line check) {
    /** Each by its name, in the order in which a build meets them. */
    public Map<String, Line> byName() {
        Map<String, Line> lines = new LinkedHashMap<>();
        lines.put("resolve", resolve);
        lines.put("audit", audit);
        lines.put("check", check);
        return lines;
    }
}
