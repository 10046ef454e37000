package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.lock.EntryDiff;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockedOptions;
import io.whittle.assembler.lock.LockedOrigin;
import io.whittle.assembler.lock.Tolerance;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** In what an image differs from what whittle.lock accepts, from its documents. */
final class LockComparison {
    private final Lock lock;
    private final Tolerance tolerance;

    LockComparison(Lock lock, Tolerance tolerance) {
        this.lock = lock;
        this.tolerance = tolerance;
    }

    /** Lines as whittle:link tells them; none where nothing was accepted for this profile and platform. */
    List<String> of(ImageDocuments documents, OptionalLong bytes) {
        Optional<LockEntry> accepted = lock.find(documents.name(), Platform.parse(documents.platform()));
        if (accepted.isEmpty() || !documents.has(DocumentFolder.PLAN) || !documents.has(DocumentFolder.RESOLUTION)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                EntryDiff.ofContents(accepted, now(documents, accepted.get().contents())));
        bytes.ifPresent(now -> lines.addAll(EntryDiff.ofSize(accepted.get().imageBytes(), now, tolerance)));
        return lines;
    }

    private static LockContents now(ImageDocuments documents, LockContents accepted) {
        JsonNode plan = documents.tree(DocumentFolder.PLAN);
        JsonNode resolution = documents.tree(DocumentFolder.RESOLUTION);
        SortedMap<String, LockedOrigin> artifacts = new TreeMap<>();
        Json.entries(resolution, "artifacts")
                .forEach(entry -> artifacts.put(Json.text(entry, "artifact"), new LockedOrigin.OfCatalogue()));
        SortedMap<String, LockedOrigin> modules = new TreeMap<>();
        for (JsonNode module : Json.entries(plan, "modules")) {
            String name = Json.text(module, "name");
            modules.put(name, origin(module, accepted.modules().get(name)));
            artifacts.remove(PathEntry.artifact(Json.text(module, "from")));
        }
        for (JsonNode jar : Json.entries(plan, "classpath")) {
            String artifact = Json.text(jar, "artifact");
            artifacts.put(artifact, origin(jar, accepted.artifacts().get(artifact)));
        }
        JsonNode jdk = plan.path("jdk");
        return new LockContents(
                new LockContents.Jdk(Json.text(jdk, "version"), Json.optional(jdk, "implementor")),
                LockedOptions.of(plan.path("settings")),
                features(resolution),
                modules,
                artifacts);
    }

    // Documents do not say which are the project's own; what was accepted does.
    private static LockedOrigin origin(JsonNode entry, LockedOrigin accepted) {
        String from = Json.text(entry, "from");
        if (from.equals("jdk")) {
            return new LockedOrigin.OfJdk();
        }
        return accepted instanceof LockedOrigin.OfProject
                ? accepted
                : new LockedOrigin.OfDependency(from, Json.text(entry, "sha256"));
    }

    private static SortedMap<String, String> features(JsonNode resolution) {
        SortedMap<String, String> features = new TreeMap<>();
        for (JsonNode entry : Json.entries(resolution, "features")) {
            if (entry.path("in").asBoolean(false)) {
                features.put(Json.text(entry, "feature"), kind(entry.path("reason")));
            }
        }
        return features;
    }

    private static String kind(JsonNode reason) {
        String kind = Json.text(reason, "kind");
        List<JsonNode> via = Json.entries(reason, "via");
        return kind.equals("provider") && !via.isEmpty()
                ? kind + " of " + Json.text(via.get(via.size() - 1), "needs")
                : kind;
    }
}
