package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.interchange.CatalogDot;
import io.whittle.graph.interchange.CatalogJson;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a catalogue for other tools, or draws it, with what profiles come to. */
public final class ExportGoal {
    private final ExportRequest request;
    private final Progress progress;

    private ExportGoal(ExportRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it
     */
    public static void run(ExportRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        ExportGoal goal = new ExportGoal(request, progress);
        switch (request.format()) {
            // The whole catalogue, whatever the profile: what one comes to is in resolution.json.
            case "json" -> goal.tell(request.output().resolve("catalog.json"), CatalogJson.write(goal.catalog()));
            case "dot" -> goal.draw();
            default ->
                throw new GoalException(
                        List.of(
                                "whittle.format is '" + request.format()
                                        + "', which is none.\n  Take dot, a picture for Graphviz, or json, a document for other tools."));
        }
    }

    private void draw() throws GoalException, IOException {
        if (request.profiles().isEmpty()) {
            tell(request.output().resolve("catalog.dot"), CatalogDot.write(catalog()));
            return;
        }
        Resolutions<Resolution> resolutions = Resolutions.of(
                request.catalog(),
                request.profiles(),
                request.platforms(),
                Resolver::resolve,
                Resolution::warnings,
                progress);
        for (Resolution resolution : resolutions.each()) {
            tell(
                    OutputPlace.of(request.output(), resolution.profile().name(), resolution.platform())
                            .resolve("graph.dot"),
                    CatalogDot.write(resolutions.catalog(), resolution));
        }
    }

    private FeatureCatalog catalog() throws GoalException {
        CatalogReading reading = Resolutions.read(request.catalog());
        reading.warnings()
                .forEach(warning ->
                        progress.warn(warning.render(reading.catalog().source(), "warning")));
        return reading.catalog();
    }

    private void tell(Path file, String document) throws IOException {
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
        progress.say("written to " + file);
    }
}
