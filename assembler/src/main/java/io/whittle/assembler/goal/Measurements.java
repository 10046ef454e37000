package io.whittle.assembler.goal;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.documents.ReadDocument;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What builds have measured and left.
 *
 * @param outputs folders of their documents; of those that have one the first counts
 */
record Measurements(List<Path> outputs) {
    Measurements {
        outputs = List.copyOf(outputs);
    }

    /**
     * What was measured of an image.
     *
     * @param cost what features cost, as cost.json tells it
     * @param jdk the feature version of the JDK that the image was linked from; empty where its plan does not tell
     */
    record Measured(JsonNode cost, OptionalLong jdk) {}

    /** What features cost in an image. */
    Optional<Measured> cost(String profile, Platform platform) throws GoalException, IOException {
        for (Path output : outputs) {
            DocumentFolder folder = new DocumentFolder(output.resolve(profile).resolve(platform.folder()));
            ReadDocument cost = folder.read(DocumentFolder.COST);
            if (cost.tree().filter(tree -> tree.path("features").isArray()).isPresent()) {
                OptionalLong jdk = folder.read(DocumentFolder.PLAN)
                        .tree()
                        .map(plan -> Json.number(plan.path("jdk"), "featureVersion"))
                        .orElse(OptionalLong.empty());
                return Optional.of(new Measured(cost.tree().get(), jdk));
            }
            if (cost.fault().isPresent() || cost.tree().isPresent()) {
                throw new GoalException(List.of(cost.fault()
                                .orElse(folder.folder().resolve(DocumentFolder.COST)
                                        + " is not what whittle:cost writes: it has no features")
                        + ".\n  Delete it, and measure anew with mvn package whittle:cost."));
            }
        }
        return Optional.empty();
    }
}
