package io.whittle.assembler.goal;

import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.JdkPlatform;
import io.whittle.assembler.link.LinkException;
import io.whittle.assembler.link.PlanContent;
import io.whittle.assembler.link.PlanInput;
import io.whittle.assembler.link.Planner;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.Content;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What images hold, by their plans. Where there is no plan, what the catalogue says: for platforms that the JDK is not for, and for rows of
 * which no image can be linked, so that those fail where they are linked, and all others are built.
 */
final class PlannedContents {
    private final FeatureCatalog catalog;
    private final MatrixRequest.Built built;
    private final Progress progress;
    private final ModuleIndex index;
    private final TargetJdk jdk;
    private final Map<Platform, Boolean> fits = new HashMap<>();
    private final Map<List<String>, List<String>> failed = new LinkedHashMap<>();

    PlannedContents(FeatureCatalog catalog, MatrixRequest.Built built, Progress progress)
            throws GoalException, IOException {
        this.catalog = catalog;
        this.built = built;
        this.progress = progress;
        this.index = ModuleIndex.of(built.path());
        this.jdk = NamedJdk.at(built.jdk());
    }

    /** The content of one image. */
    Content read(Resolution resolution) throws IOException {
        if (!fits(resolution.platform())) {
            return ResolutionContent.of(resolution);
        }
        try {
            ImagePlan plan = Planner.plan(new PlanInput(catalog, resolution, index, jdk, built.ignoreSignatures()));
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

    private boolean fits(Platform platform) throws IOException {
        Boolean known = fits.get(platform);
        if (known == null) {
            known = JdkPlatform.fault(jdk, platform).isEmpty();
            fits.put(platform, known);
            if (!known) {
                progress.say("cells for " + platform + " are told apart by the catalogue alone: the JDK at "
                        + jdk.home() + " is not for that platform");
            }
        }
        return known;
    }
}
