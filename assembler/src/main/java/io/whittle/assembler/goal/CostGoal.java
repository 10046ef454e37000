package io.whittle.assembler.goal;

import io.whittle.assembler.cost.CostJson;
import io.whittle.assembler.cost.CostMarkdown;
import io.whittle.assembler.cost.CostText;
import io.whittle.assembler.cost.Costs;
import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what features cost in the images of profiles and platforms, on the console and as documents beside the images. */
public final class CostGoal {
    private final CostRequest request;
    private final Progress progress;

    private CostGoal(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. No image has to stand, and none of those that do is changed.
     *
     * @throws GoalException when a profile cannot be had, or its image cannot be planned or linked
     */
    public static void run(CostRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            new CostGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private void run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.link();
        Optional<ArchiveFormat> format = request.format().isPresent()
                ? Optional.of(PackGoal.format(request.format().get()))
                : Optional.empty();
        OutputPlace.holdKept(link.output());
        Jdks jdks = new Jdks(link.jdks(), progress);
        AskedImages asked = AskedImages.of(link, jdks, progress);
        Set<String> about = about(asked.catalog());
        FeatureCosts costs = new FeatureCosts(link, asked.catalog(), progress);
        List<String> faults = new ArrayList<>();
        for (Resolution resolution : asked.each()) {
            try {
                tell(costs.of(
                        resolution,
                        about,
                        jdks.on(resolution.platform()),
                        format.orElse(
                                ArchiveFormat.usualOn(resolution.platform().os())),
                        request.exact()));
            } catch (LinkException cannot) {
                faults.add("What features cost in " + resolution.profile().name() + " for " + resolution.platform()
                        + " cannot be told:\n" + String.join("\n", cannot.faults()));
            }
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
    }

    private Set<String> about(FeatureCatalog catalog) throws GoalException {
        List<String> faults = new ArrayList<>();
        for (String name : request.features()) {
            if (!catalog.features().containsKey(name)) {
                faults.add("whittle.feature names '" + name + "', and "
                        + catalog.source().file() + " has no such feature"
                        + new NearestName()
                                .to(name, catalog.features().keySet())
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse("."));
            }
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return Set.copyOf(request.features());
    }

    private void tell(Costs costs) throws GoalException, IOException {
        Path folder = OutputPlace.of(request.link().output(), costs.profile(), costs.platform());
        Files.createDirectories(folder);
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(Costs.JSON, CostJson.write(costs));
        texts.put(Costs.MARKDOWN, CostMarkdown.write(costs));
        WholeFiles.write(folder, texts);
        CostText.lines(costs).forEach(progress::say);
        progress.say("written: " + folder.resolve(Costs.JSON) + ", " + Costs.MARKDOWN);
    }
}
