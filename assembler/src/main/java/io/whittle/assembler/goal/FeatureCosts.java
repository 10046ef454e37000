package io.whittle.assembler.goal;

import io.whittle.assembler.cost.AccountingFolder;
import io.whittle.assembler.cost.CostInput;
import io.whittle.assembler.cost.CostTelling;
import io.whittle.assembler.cost.Costs;
import io.whittle.assembler.cost.MeasuredImages;
import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.PlanJson;
import io.whittle.assembler.plan.Planner;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What features cost in images of one catalogue. Not for several threads. */
final class FeatureCosts {
    private final LinkRequest request;
    private final FeatureCatalog catalog;
    private final ModularPaths paths;
    private final Progress progress;

    FeatureCosts(LinkRequest request, FeatureCatalog catalog, Progress progress) {
        this.request = request;
        this.catalog = catalog;
        this.paths = new ModularPaths(request, catalog);
        this.progress = progress;
    }

    /** Plans an image, which need not be one of those that are asked for. */
    ImagePlan plan(Resolution resolution, TargetJdk jdk) throws LinkException, IOException {
        ModularPath path = paths.with(jdk);
        return Planner.plan(new PlanInput(
                catalog,
                resolution,
                path.found(),
                path.in(resolution),
                request.jars(),
                path.jars(resolution),
                jdk,
                request.ignoreSignatures()));
    }

    /**
     * Tells what features cost in the image of a profile, or beside it.
     *
     * @param resolution what the profile comes to
     * @param about features that are asked about; none: all that a profile can name
     * @param exact whether every image is linked
     */
    Costs of(Resolution resolution, Set<String> about, TargetJdk jdk, ArchiveFormat format, boolean exact)
            throws GoalException, LinkException, IOException, InterruptedException {
        ImagePlan plan = plan(resolution, jdk);
        Path folder = OutputPlace.of(request.output(), plan.profile(), plan.platform());
        Path accounting = OutputPlace.below(request.output(), AccountingFolder.NAME);
        CostInput input = new CostInput(
                catalog,
                resolution,
                about,
                plan,
                other -> plan(other, jdk),
                new ModuleRequires(paths.with(jdk).whole(), jdk),
                standing(folder, plan),
                MeasuredImages.in(request.output(), plan.platform()));
        AccountingFolder weights = new AccountingFolder(
                accounting, jdk, request.ignoreSignatures(), format, progress::say, progress::detail);
        return exact
                ? CostTelling.exact(
                        input,
                        weights,
                        new ExactImages(
                                accounting.resolve("variant"),
                                jdk,
                                request.ignoreSignatures(),
                                format,
                                request.linking().workers(),
                                progress)::measure)
                : CostTelling.estimate(input, weights);
    }

    private static Optional<Long> standing(Path folder, ImagePlan plan) throws IOException {
        Path document = folder.resolve("plan.json");
        Path image = folder.resolve("image");
        boolean stands = Files.isRegularFile(document)
                && Files.isRegularFile(image.resolve("lib/modules"))
                && Arrays.equals(Files.readAllBytes(document), PlanJson.bytes(plan));
        return stands ? Optional.of(ImageSize.of(image).total()) : Optional.empty();
    }
}
