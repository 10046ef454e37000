package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckListener;
import io.whittle.assembler.check.CheckRequest;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.CheckRun;
import io.whittle.assembler.check.Patience;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.ResolutionJson;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Said;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Links images, asks them, and keeps what they said and not the images. Equal ones are linked once. */
final class ProbeImages {
    private final ProbeRequest request;
    private final Progress progress;
    private final SortedMap<String, Said<Mention>> replace;
    private final ModuleIndex found;
    private Optional<ModularPath> path = Optional.empty();
    private final TargetJdk jdk;
    private final Path scratch;
    private final Map<PlannedRow.Content, Alike> byContent = new HashMap<>();
    private final Map<String, Long> passingMillis = new HashMap<>();

    /** Rows with one image, the first planned first, and what it said. */
    private record Alike(List<PlannedRow> rows, SortedMap<String, CheckResult> said) {}

    /**
     * Images of rows.
     *
     * @param replace artifacts behind modules, in every one of them: rows are profiles that say nothing of it
     */
    ProbeImages(ProbeRequest request, SortedMap<String, Said<Mention>> replace, Progress progress, Path scratch)
            throws GoalException, IOException, InterruptedException {
        this.request = request;
        this.replace = replace;
        this.progress = progress;
        this.scratch = scratch;
        this.found = ModuleIndex.of(request.link().path());
        this.jdk = new Jdks(request.link().jdks(), progress).on(Platform.host());
    }

    /** Learns from checks that passed how long it is worth to wait for them elsewhere. */
    void learn(List<CheckResult> passed) {
        passed.forEach(result -> passingMillis.put(result.name(), result.millis()));
    }

    /** Plans an image. What is planned before the first image is linked is linked once where it is equal. */
    PlannedRow plan(FeatureCatalog catalog, Resolution resolution) throws LinkException, IOException {
        if (path.isEmpty()) {
            path = Optional.of(ModularPaths.of(
                    found, request.link().edges(), catalog, jdk, request.link().output()));
        }
        Resolution replacing = resolution.replacing(replace);
        PlannedRow row = new PlannedRow(
                resolution,
                CheckScope.of(catalog, resolution),
                Planner.plan(new PlanInput(
                        catalog,
                        replacing,
                        path.get().found(),
                        path.get().in(replacing),
                        request.link().jars(),
                        path.get().jars(replacing),
                        jdk,
                        request.link().ignoreSignatures())));
        byContent
                .computeIfAbsent(row.content(), none -> new Alike(new ArrayList<>(), new TreeMap<>()))
                .rows()
                .add(row);
        return row;
    }

    /** The first row that was planned with this image. */
    String firstLike(PlannedRow row) {
        return byContent.get(row.content()).rows().get(0).name();
    }

    /** What the image says to those of the checks that are applicable, by name. */
    List<CheckResult> ask(FeatureCatalog catalog, PlannedRow row, SortedSet<String> checks)
            throws LinkException, IOException, InterruptedException {
        Alike alike = byContent.get(row.content());
        SortedSet<String> applicable = row.applicable(checks);
        if (alike.said().isEmpty() || !alike.said().keySet().containsAll(applicable)) {
            link(catalog, row, alike, checks);
        }
        return applicable.stream().map(alike.said()::get).toList();
    }

    private void link(FeatureCatalog catalog, PlannedRow row, Alike alike, SortedSet<String> checks)
            throws LinkException, IOException, InterruptedException {
        ImageLink link = new ImageLink(scratch, LinkMeans.PLAIN);
        try {
            link.make(
                    row.plan(),
                    ResolutionJson.write(row.resolution()).getBytes(StandardCharsets.UTF_8),
                    jdk,
                    request.link().ignoreSignatures(),
                    request.link().tool(),
                    image -> true,
                    progress::detail);
            for (PlannedRow same : alike.rows()) {
                SortedSet<String> open = same.applicable(checks);
                open.removeAll(alike.said().keySet());
                if (!open.isEmpty()) {
                    CheckRun.some(asked(catalog, same, link.image()), open, CheckListener.silent()).checks().stream()
                            .forEach(result -> alike.said().put(result.name(), result));
                }
            }
        } finally {
            FolderTree.delete(scratch);
        }
    }

    private CheckRequest asked(FeatureCatalog catalog, PlannedRow row, Path image) {
        return new CheckRequest(
                image,
                row.name(),
                row.plan().platform(),
                row.scope(),
                patient(catalog),
                row.plan().launchers(),
                row.plan().launchPath(),
                scratch.resolve("checks"),
                List.of(),
                ConsoleLauncher.on(request.testPath()),
                request.parallelism());
    }

    private FeatureCatalog patient(FeatureCatalog catalog) {
        SortedMap<String, Check> checks = new TreeMap<>(catalog.checks());
        passingMillis.forEach((name, millis) ->
                checks.computeIfPresent(name, (same, check) -> Patience.limited(check, Patience.of(millis))));
        return catalog.withChecks(checks);
    }
}
