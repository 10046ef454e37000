package io.whittle.assembler.lock;

import io.whittle.assembler.plan.ImageSettings;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the settings of an image are held fast: each that is set, by its name in the catalogue, as one text. */
public final class LockedOptions {
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
        settings.features().ifPresent(file -> options.put("features", file.path()));
        return options;
    }

    /** The same of the settings in a plan.json; what is not there, or of another kind, is not set. */
    public static SortedMap<String, String> of(JsonNode settings) {
        SortedMap<String, String> options = new TreeMap<>();
        text(settings.path("compress")).ifPresent(level -> options.put("compress", level));
        text(settings.path("cds")).ifPresent(word -> options.put("cds", word));
        for (String name : List.of("strip", "locales", "train")) {
            put(
                    options,
                    name,
                    settings.path(name)
                            .valueStream()
                            .flatMap(value -> text(value).stream())
                            .toList());
        }
        text(settings.path("features").path("file")).ifPresent(file -> options.put("features", file));
        return options;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static void put(SortedMap<String, String> options, String name, List<String> values) {
        if (!values.isEmpty()) {
            options.put(name, String.join(", ", values));
        }
    }
}
