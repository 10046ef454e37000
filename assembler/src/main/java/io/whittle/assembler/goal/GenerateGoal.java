package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.generate.ConstantUses;
import io.whittle.assembler.generate.ConstantsClass;
import io.whittle.assembler.generate.FeatureConstants;
import io.whittle.assembler.generate.GeneratedSources;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.FeatureProperties;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells a program its features: as constants for its compiler, and as a resource at run time. */
public final class GenerateGoal {
    private final GenerateRequest request;
    private final Progress progress;

    private GenerateGoal(GenerateRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; then nothing is written
     */
    public static void run(GenerateRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        new GenerateGoal(request, progress).generate();
    }

    private void generate() throws GoalException, IOException {
        Resolutions<Resolution> resolutions =
                Resolutions.closures(request.catalog(), request.profiles(), request.platforms(), progress);
        List<String> faults = new ArrayList<>();
        if (resolutions.each().size() > 1) {
            faults.add("Code is compiled for one profile and one platform, and "
                    + resolutions.each().size()
                    + " are asked for.\n  Name one with -Dwhittle.profile=<name>, and one with -Dwhittle.platform; where one"
                    + " jar goes into images of several profiles, let each image tell its features: write image: {features:"
                    + " conf/features.properties} in the catalogue.");
        }
        if (request.constants().isPresent()) {
            faults.addAll(request.constants().get().faults());
        }
        GeneratedSources sources = new GeneratedSources(request.sources());
        if (faults.isEmpty() && request.constants().isPresent()) {
            sources.fault(request.constants().get()).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        Resolution resolution = resolutions.each().get(0);
        if (request.constants().isPresent()) {
            constants(resolutions.catalog(), resolution, request.constants().get(), sources);
        } else {
            progress.say("no constants: name the package of their class with whittle.generatePackage");
        }
        write(request.resource(), FeatureProperties.of(resolution).text());
    }

    private void constants(
            FeatureCatalog catalog, Resolution resolution, ConstantsClass where, GeneratedSources sources)
            throws IOException {
        String file = String.valueOf(request.catalog().getFileName());
        FeatureConstants constants = FeatureConstants.of(catalog, resolution);
        progress.say("written to " + sources.write(where, constants.source(where, file)));
        new ConstantUses(where, constants, file)
                .inVain(request.sourceRoots().stream()
                        .filter(root -> !root.equals(request.sources()))
                        .toList())
                .forEach(progress::warn);
    }

    private void write(Path file, String text) throws IOException {
        WholeFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
        progress.say("written to " + file);
    }
}
