package io.whittle.assembler.cost;

import io.whittle.assembler.check.Measurement;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What checks measured in the images that stand below an output folder, by the features in them: a profile's, and cells of a matrix.
 *
 * @param bySet what was measured with just these features
 */
public record MeasuredImages(Map<Set<String>, Footprint> bySet) {
    public MeasuredImages {
        bySet = Map.copyOf(bySet);
    }

    /**
     * Reads the documents of a platform's images; one that is not there, or damaged, or whose checks were of another plan, was not
     * measured. Of two with the same features the first by its name counts.
     */
    public static MeasuredImages in(Path output, Platform platform) throws IOException {
        Map<Set<String>, Footprint> found = new HashMap<>();
        if (Files.isDirectory(output)) {
            for (Path image : sorted(output)) {
                read(image.resolve(platform.folder()), found);
            }
        }
        return new MeasuredImages(found);
    }

    private static List<Path> sorted(Path output) throws IOException {
        try (Stream<Path> images = Files.list(output)) {
            return images.sorted().toList();
        }
    }

    /** What was measured of an image of just these features. */
    Optional<Footprint> of(Set<String> features) {
        return Optional.ofNullable(bySet.get(features));
    }

    private static void read(Path folder, Map<Set<String>, Footprint> found) throws IOException {
        DocumentFolder documents = new DocumentFolder(folder);
        Optional<JsonNode> resolution =
                documents.read(DocumentFolder.RESOLUTION).tree();
        Footprint footprint = documents
                .ofPlan(DocumentFolder.CHECKS)
                .map(checks -> Footprint.of(measurements(checks)))
                .orElse(Footprint.NONE);
        if (resolution.isPresent() && !footprint.isEmpty()) {
            found.putIfAbsent(features(resolution.get()), footprint);
        }
    }

    private static List<Measurement> measurements(JsonNode document) {
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode check : document.path("checks")) {
            if (check.path("outcome").asString("").equals("passed")) {
                check.path("measurements")
                        .forEach(each -> measurements.add(new Measurement(
                                Json.text(each, "process"),
                                Json.number(each, "startMillis"),
                                Json.number(each, "peakKib"))));
            }
        }
        return measurements;
    }

    private static SortedSet<String> features(JsonNode document) {
        SortedSet<String> in = new TreeSet<>();
        document.path("features").forEach(feature -> {
            if (feature.path("in").asBoolean(false)) {
                in.add(feature.path("feature").asString(""));
            }
        });
        return in;
    }
}
