package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An observation and where it holds.
 *
 * @param observation what was seen
 * @param platforms on which it holds, in the order in which they were asked for; at least one
 * @param everywhere whether these are all that were looked at
 */
public record Finding(Observation observation, List<Platform> platforms, boolean everywhere) {
    public Finding {
        platforms = List.copyOf(platforms);
    }

    /** How much it weighs. */
    public Severity severity() {
        return observation.severity();
    }

    /** Of which kind it is. */
    public Code code() {
        return observation.code();
    }

    /** Where it is seen. */
    public Place place() {
        return observation.place();
    }

    /** What to tell its author; the first line ends with the platforms, unless these are all, and the code. */
    public Notice notice(CatalogSource source) {
        String[] parts = text(source).split("\n", 2);
        return new Notice(
                place(), withWhere(parts[0]) + " [" + code().word() + "]" + (parts.length == 1 ? "" : "\n" + parts[1]));
    }

    /** In words, without platforms and code. */
    public String text(CatalogSource source) {
        return observation.text(source, platforms);
    }

    private String withWhere(String line) {
        boolean goesOn = line.endsWith(":");
        return (goesOn ? line.substring(0, line.length() - 1) : line) + where() + (goesOn ? ":" : "");
    }

    private String where() {
        return everywhere
                ? ""
                : platforms.stream().map(Platform::toString).collect(Collectors.joining(", ", " (on ", ")"));
    }
}
