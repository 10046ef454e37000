package io.whittle.assembler.goal;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.JarPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanContent;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.Content;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What images hold, by their plans. Where there is no plan, what the catalogue says: for platforms without a JDK at hand, and for rows of
 * which no image can be linked, so that those fail where they are linked, and all others are built.
 */
final class PlannedContents {
    private final FeatureCatalog catalog;
    private final Source source;
    private final SortedMap<Platform, TargetJdk> jdks;
    private final Progress progress;
    private final ModularPaths paths;
    private final Map<List<String>, List<String>> failed = new LinkedHashMap<>();

    /**
     * What plans are made of.
     *
     * @param jars the project's modules and those of its dependencies, and what they depend on
     * @param jdks where the JDKs come from
     * @param output below which copies of jars are kept
     * @param ignoreSignatures whether signed jars are linked
     */
    record Source(JarPath jars, Jdks jdks, Path output, boolean ignoreSignatures) {}

    private PlannedContents(
            FeatureCatalog catalog, Source source, SortedMap<Platform, TargetJdk> jdks, Progress progress) {
        this.catalog = catalog;
        this.source = source;
        this.jdks = jdks;
        this.progress = progress;
        this.paths = new ModularPaths(
                ModuleIndex.of(source.jars().entries()), source.jars().edges(), catalog, source.output());
    }

    /** Looks for the JDKs of the platforms, and says where there is none. */
    static PlannedContents of(FeatureCatalog catalog, SortedSet<Platform> platforms, Source source, Progress progress)
            throws IOException, InterruptedException {
        Set<String> faults = new LinkedHashSet<>();
        SortedMap<Platform, TargetJdk> jdks = source.jdks().on(platforms, faults);
        platforms.stream()
                .filter(platform -> !jdks.containsKey(platform))
                .forEach(platform -> progress.say("images for " + platform
                        + " are told apart by the catalogue alone: no JDK for that platform is at hand"));
        faults.forEach(progress::detail);
        return new PlannedContents(catalog, source, jdks, progress);
    }

    /** The content of one image. */
    Content read(Resolution resolution) throws IOException {
        TargetJdk jdk = jdks.get(resolution.platform());
        if (jdk == null) {
            return ResolutionContent.of(resolution);
        }
        try {
            ImagePlan plan = Planner.plan(new PlanInput(
                    catalog,
                    resolution,
                    paths.with(jdk).in(resolution),
                    source.jars(),
                    jdk,
                    source.ignoreSignatures()));
            return new Content(
                    PlanContent.text(plan), Content.Basis.PLAN, plan.modules().size());
        } catch (LinkException cannot) {
            failed.computeIfAbsent(cannot.faults(), none -> new ArrayList<>())
                    .add(resolution.profile().name() + " for " + resolution.platform());
            return ResolutionContent.of(resolution);
        }
    }

    /** Warns of rows of which no image can be linked. */
    void warn() {
        failed.forEach((faults, rows) -> progress.warn(
                "No image can be linked of " + String.join(", ", rows) + ":\n" + String.join("\n", faults)));
    }
}
