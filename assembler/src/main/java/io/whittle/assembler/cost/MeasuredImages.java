package io.whittle.assembler.cost;

import io.whittle.assembler.check.Measurement;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What checks measured in the images that stand below an output folder: a profile's, and cells of a matrix.
 *
 * @param images those that were measured, by their names
 */
public record MeasuredImages(List<Measured> images) {
    public MeasuredImages {
        images = List.copyOf(images);
    }

    /** One of them. */
    record Measured(String name, Set<String> features, ImageMaking making, Footprint footprint) {
        Measured {
            features = Set.copyOf(features);
        }
    }

    /**
     * Reads the documents of a platform's images; one that is not there, or damaged, or whose checks were of another plan, was not
     * measured.
     */
    public static MeasuredImages in(Path output, Platform platform) throws IOException {
        List<Measured> found = new ArrayList<>();
        if (Files.isDirectory(output)) {
            for (Path image : sorted(output)) {
                read(String.valueOf(image.getFileName()), image.resolve(platform.folder()))
                        .ifPresent(found::add);
            }
        }
        return new MeasuredImages(found);
    }

    private static List<Path> sorted(Path output) throws IOException {
        try (Stream<Path> images = Files.list(output)) {
            return images.sorted().toList();
        }
    }

    /** What was measured of an image of just these features, and made as the plan says. */
    Optional<Footprint> of(Set<String> features, ImagePlan plan) {
        return of(features, plan.profile(), ImageMaking.of(plan));
    }

    /** The one of that name comes first, then the first by its name. */
    Optional<Footprint> of(Set<String> features, String name, ImageMaking making) {
        return images.stream()
                .filter(image ->
                        image.features().equals(features) && image.making().isLike(making))
                .min(Comparator.comparing((Measured image) -> !image.name().equals(name))
                        .thenComparing(Measured::name))
                .map(Measured::footprint);
    }

    private static Optional<Measured> read(String name, Path folder) throws IOException {
        DocumentFolder documents = new DocumentFolder(folder);
        Optional<JsonNode> resolution =
                documents.read(DocumentFolder.RESOLUTION).tree();
        Footprint footprint = documents
                .ofPlan(DocumentFolder.CHECKS)
                .map(checks -> Footprint.of(measurements(checks)))
                .orElse(Footprint.NONE);
        Optional<JsonNode> plan = documents.read(DocumentFolder.PLAN).tree();
        return resolution.isPresent() && plan.isPresent() && !footprint.isEmpty()
                ? Optional.of(new Measured(name, features(resolution.get()), ImageMaking.of(plan.get()), footprint))
                : Optional.empty();
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
