package io.whittle.assembler.diff;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockedOptions;
import io.whittle.assembler.lock.LockedOrigin;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents in the folder of one image, and the image where it stands. */
final class ImageDocuments {
    private final DocumentFolder documents;
    private final Path folder;
    private final JsonNode resolution;

    ImageDocuments(DocumentFolder documents, JsonNode resolution) {
        this.documents = documents;
        this.folder = documents.folder();
        this.resolution = resolution;
    }

    ImageState state() throws UnusableSideException, IOException {
        SortedMap<String, Standing> features = new TreeMap<>();
        SortedMap<String, String> kinds = new TreeMap<>();
        for (JsonNode entry : resolution.path("features")) {
            String name = Document.text(entry, "feature", folder.resolve(DocumentFolder.RESOLUTION));
            boolean in = entry.path("in").asBoolean(false);
            features.put(
                    name, new Standing(in, entry.path("reason").path("text").asString("")));
            if (in) {
                kinds.put(name, entry.path("reason").path("kind").asString(""));
            }
        }
        Optional<JsonNode> plan = Document.of(documents.read(DocumentFolder.PLAN));
        Optional<JsonNode> cost = cost();
        return new ImageState(
                features,
                plan.isEmpty() ? Optional.empty() : Optional.of(contents(kinds, plan.get())),
                bytes(cost),
                cost.map(ImageDocuments::costs),
                Document.of(documents.read(DocumentFolder.BUDGETS))
                        .map(ImageDocuments::budgets)
                        .orElseGet(TreeMap::new));
    }

    private LockContents contents(SortedMap<String, String> features, JsonNode plan) throws UnusableSideException {
        Path file = folder.resolve(DocumentFolder.PLAN);
        JsonNode jdk = plan.path("jdk");
        SortedMap<String, LockedOrigin> modules = new TreeMap<>();
        for (JsonNode module : plan.path("modules")) {
            modules.put(Document.text(module, "name", file), origin(module, file));
        }
        SortedMap<String, LockedOrigin> artifacts = new TreeMap<>();
        for (JsonNode jar : plan.path("classpath")) {
            artifacts.put(Document.text(jar, "artifact", file), origin(jar, file));
        }
        return new LockContents(
                new LockContents.Jdk(
                        Document.text(jdk, "version", file),
                        Optional.of(jdk.path("implementor").asString("")).filter(vendor -> !vendor.isEmpty())),
                LockedOptions.of(plan.path("settings")),
                features,
                modules,
                artifacts);
    }

    // Which of them are the project's own is not in the plan.
    private static LockedOrigin origin(JsonNode node, Path file) throws UnusableSideException {
        String from = Document.text(node, "from", file);
        return from.equals("jdk")
                ? new LockedOrigin.OfJdk()
                : new LockedOrigin.OfDependency(from, Document.text(node, "sha256", file));
    }

    // What was reckoned for another plan says nothing of this image.
    private Optional<JsonNode> cost() throws UnusableSideException, IOException {
        Optional<JsonNode> cost = Document.of(documents.read(DocumentFolder.COST));
        return documents.planHash().isEmpty() ? cost : documents.ofPlan(DocumentFolder.COST);
    }

    private Optional<Long> bytes(Optional<JsonNode> cost) throws IOException {
        Path image = folder.resolve("image");
        return Files.isRegularFile(image.resolve("lib/modules"))
                ? Optional.of(ImageSize.of(image).total())
                : cost.map(document -> document.path("image").path("bytes"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asLong);
    }

    /** What is there for each feature alone; where that is not told, what leaving it out gives back, or taking it in adds. */
    private static SortedMap<String, Long> costs(JsonNode cost) {
        SortedMap<String, Long> costs = new TreeMap<>();
        for (JsonNode entry : cost.path("features")) {
            List.of("add", "remove", "alone").forEach(way -> {
                JsonNode bytes = entry.path(way).path("bytes");
                if (bytes.isNumber()) {
                    costs.put(entry.path("feature").asString(""), bytes.asLong());
                }
            });
        }
        return costs;
    }

    private static SortedMap<String, BudgetState> budgets(JsonNode document) {
        SortedMap<String, BudgetState> budgets = new TreeMap<>();
        for (JsonNode entry : document.path("budgets")) {
            budgets.put(
                    entry.path("budget").asString(""),
                    new BudgetState(
                            entry.path("limit").asLong(0),
                            Optional.of(entry.path("measured"))
                                    .filter(JsonNode::isNumber)
                                    .map(JsonNode::asLong)));
        }
        return budgets;
    }
}
