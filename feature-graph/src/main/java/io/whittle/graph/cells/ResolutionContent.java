package io.whittle.graph.cells;

import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Resolution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** What an image would hold, as far as a catalogue tells: everything but what modules require. */
public final class ResolutionContent {
    private ResolutionContent() {}

    /** Reads it off. The order of the file, its comments and features that bring nothing change nothing. Linear in what is in. */
    public static Content of(Resolution resolution) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.put("platform", resolution.platform().toString());
        addAll(text.putArray("modules"), resolution.modules().keySet());
        ObjectNode jdkModules = text.putObject("jdkModules");
        resolution.jdkModules().forEach((module, need) -> jdkModules.put(module, need.whereItExists()));
        addAll(text.putArray("artifacts"), resolution.artifacts().keySet());
        ObjectNode replace = text.putObject("replace");
        resolution
                .profile()
                .replace()
                .forEach((module, said) -> replace.put(module, said.value().text()));
        image(text, resolution.profile().image());
        features(text, resolution);
        long cost = resolution.modules().size()
                + resolution.jdkModules().size()
                + resolution.artifacts().size();
        return new Content(JsonText.of(text), Content.Basis.RESOLUTION, Math.max(1, cost));
    }

    private static void image(ObjectNode text, ImageOptions image) {
        ArrayNode launchers = text.putArray("launchers");
        for (Launcher launcher : image.launchers().values()) {
            ObjectNode entry = launchers.addObject();
            entry.put("name", launcher.name().text());
            launcher.module().ifPresent(module -> entry.put("module", module.text()));
            entry.put("main", launcher.main().text());
            addAll(entry.putArray("jvm"), launcher.jvm());
            addAll(entry.putArray("args"), launcher.args());
        }
        image.compress().ifPresent(level -> text.put("compress", level.text()));
        image.optimize().ifPresent(aim -> text.put("optimize", aim.text()));
        image.cds().ifPresent(classes -> text.put("cds", classes.text()));
        add(text, "strip", image.strip());
        add(text, "locales", image.locales());
        add(text, "train", image.train());
    }

    // Where the image itself tells its features, two with the same modules and other features are two.
    private static void features(ObjectNode text, Resolution resolution) {
        resolution.profile().image().features().ifPresent(file -> {
            ObjectNode features = text.putObject("features");
            features.put("file", file.text());
            addAll(features.putArray("in"), resolution.in());
            addAll(features.putArray("out"), resolution.out());
        });
    }

    // What is stripped and which locales are kept are sets.
    private static void add(ObjectNode text, String name, Optional<List<Mention>> words) {
        words.ifPresent(list -> addAll(
                text.putArray(name),
                list.stream().map(Mention::text).distinct().sorted().toList()));
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
