package io.whittle.assembler.lock;

import io.whittle.assembler.link.ImageSettings;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the settings of an image are held fast: each that is set, by its name in the catalogue, as one text. */
final class LockedOptions {
    private LockedOptions() {}

    static SortedMap<String, String> of(ImageSettings settings) {
        SortedMap<String, String> options = new TreeMap<>();
        settings.compress().ifPresent(level -> options.put("compress", level));
        put(options, "strip", settings.strip());
        put(options, "locales", settings.locales());
        if (settings.archive().isWanted()) {
            options.put("cds", settings.archive().word());
            put(options, "train", settings.archive().train());
        }
        return options;
    }

    private static void put(SortedMap<String, String> options, String name, List<String> values) {
        if (!values.isEmpty()) {
            options.put(name, String.join(", ", values));
        }
    }
}
