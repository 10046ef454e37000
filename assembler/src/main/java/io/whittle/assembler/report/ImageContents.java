package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.jimage.ModuleBytes;
import io.whittle.assembler.report.BuiltImage.Feature;
import io.whittle.assembler.report.BuiltImage.Jar;
import io.whittle.assembler.report.BuiltImage.Module;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is in an image and why, from resolution.json and plan.json. */
final class ImageContents {
    private final ImageDocuments documents;
    private final ImageBytes bytes;

    ImageContents(ImageDocuments documents, ImageBytes bytes) {
        this.documents = documents;
        this.bytes = bytes;
    }

    List<Feature> features() {
        return Json.entries(documents.tree(DocumentFolder.RESOLUTION), "features").stream()
                .map(ImageContents::feature)
                .toList();
    }

    private static Feature feature(JsonNode entry) {
        JsonNode reason = entry.path("reason");
        return new Feature(
                Json.text(entry, "feature"),
                entry.path("in").asBoolean(false),
                Json.text(reason, "kind"),
                Json.text(reason, "text"),
                chain(Json.entries(reason, "via")));
    }

    private static List<String> chain(List<JsonNode> steps) {
        List<String> chain = new ArrayList<>();
        for (JsonNode step : steps) {
            if (chain.isEmpty()) {
                chain.add(Json.optional(step, "feature").orElse("base"));
            }
            List.of("requires", "recommends", "provider", "needs").stream()
                    .flatMap(key -> Json.optional(step, key).stream())
                    .findFirst()
                    .ifPresent(chain::add);
        }
        return chain;
    }

    List<Module> modules() {
        return Json.entries(documents.tree(DocumentFolder.PLAN), "modules").stream()
                .map(this::module)
                .toList();
    }

    private Module module(JsonNode entry) {
        String name = Json.text(entry, "name");
        Optional<ModuleBytes> taken = Optional.ofNullable(bytes.modules().get(name));
        return new Module(
                name,
                Json.text(entry, "from"),
                Json.text(entry, "from").equals("jdk"),
                Json.optional(entry, "owner"),
                Json.optional(entry, "requiredBy"),
                Json.optional(entry, "sha256"),
                taken.map(each -> OptionalLong.of(each.classes())).orElse(OptionalLong.empty()),
                taken.map(each -> OptionalLong.of(each.other())).orElse(OptionalLong.empty()),
                changes(entry));
    }

    List<Jar> jars() {
        return Json.entries(documents.tree(DocumentFolder.PLAN), "classpath").stream()
                .map(this::jar)
                .toList();
    }

    private Jar jar(JsonNode entry) {
        String file = Json.text(entry, "file");
        Long taken = bytes.jars().get(file);
        return new Jar(
                Json.text(entry, "artifact"),
                Json.text(entry, "from"),
                file,
                Json.optional(entry, "owner"),
                Json.optional(entry, "requiredBy"),
                taken == null ? OptionalLong.empty() : OptionalLong.of(taken),
                changes(entry));
    }

    private static List<String> changes(JsonNode entry) {
        return Json.entries(entry, "changes").stream()
                .map(change -> Json.text(change, "detail"))
                .toList();
    }
}
