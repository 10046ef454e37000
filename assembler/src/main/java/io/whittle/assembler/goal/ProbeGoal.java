package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.assembler.probe.Probe;
import io.whittle.assembler.probe.ProbeJson;
import io.whittle.assembler.probe.ProbeMarkdown;
import io.whittle.assembler.probe.ProbeText;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.PairRows;
import io.whittle.graph.matrix.RowProfiles;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Links few images in which every two features are met, one in and the other out, and asks them for what nobody declared. */
public final class ProbeGoal {
    private final ProbeRequest request;
    private final Progress progress;
    private final LongSupplier nanos;

    ProbeGoal(ProbeRequest request, Progress progress, LongSupplier nanos) {
        this.request = request;
        this.progress = progress;
        this.nanos = nanos;
    }

    /**
     * Runs the goal. No image, and no process of a check, outlives it.
     *
     * @throws GoalException when a check fails in a row, no image can be made of one, or nothing can be asked; the documents say
     *     what came of it where rows were run
     */
    public static void run(ProbeRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            new ProbeGoal(request, progress, System::nanoTime).run();
        } finally {
            lock.close();
        }
    }

    void run() throws GoalException, IOException, InterruptedException {
        ProbeBudget budget = new ProbeBudget(request.rows(), request.minutes(), nanos);
        CatalogReading reading = Resolutions.read(request.link().catalog());
        FeatureCatalog catalog = Replacing.of(request.link().replace()).in(reading.catalog());
        reading.warnings().forEach(notice -> progress.warn(notice.render(catalog.source(), "warning")));
        Resolution superset = superset(catalog);
        if (catalog.checks().isEmpty()) {
            progress.warn(catalog.source().file() + " has no checks, so there is nothing to probe with.\n"
                    + "  Write one, such as:  checks: {starts: {run: [my-app, --version]}}");
            return;
        }
        // Or a check that wants an option of the superset would fail in every row, and each feature that is out be
        // blamed.
        FeatureCatalog alike = catalog.withImage(superset.profile().image());
        PairRows rows =
                PairRows.of(alike, superset.platform(), budget.mostRows(), new RowSearchProgress(progress, nanos)::at);
        progress.say(
                "probing " + rows.features().size() + " features on " + superset.platform() + ": " + rows.feasible()
                        + " pairs, one in and one out, in " + rows.rows().size() + " rows");
        OutputPlace.holdKept(request.link().output());
        OutputPlace.below(request.link().output(), Leftovers.PROBE);
        Path scratch = Leftovers.row(request.link().output());
        Probe probe;
        try {
            ProbeImages images = new ProbeImages(request, superset.profile().replace(), progress, scratch);
            probe = new ProbeRun(rows, RowProfiles.prefix(catalog), superset, images, budget, progress).run();
        } finally {
            FolderTree.delete(scratch);
        }
        WholeFiles.write(
                folder(),
                new TreeMap<>(Map.of("probe.json", ProbeJson.write(probe), "probe.md", ProbeMarkdown.write(probe))));
        ProbeText.lines(probe).forEach(progress::say);
        progress.say("written to " + folder().resolve("probe.json") + " and probe.md");
        complain(probe);
    }

    private Resolution superset(FeatureCatalog catalog) throws GoalException {
        List<String> faults = new ArrayList<>(ProbeBudget.faults(request.rows(), request.minutes()));
        if (!catalog.profiles().containsKey(request.superset())) {
            faults.add("whittle.superset is '" + request.superset() + "', and "
                    + catalog.source().file()
                    + " has no such profile.\n"
                    + "  Name one that has what checks may need with -Dwhittle.superset=<profile>"
                    + (catalog.profiles().isEmpty()
                            ? ", or write one:  profiles: {full: {include: all}}"
                            : "; it has " + String.join(", ", catalog.profiles().keySet()) + "."));
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        List<Request> requests = List.of(new Request(request.superset(), Platform.host()));
        return Resolutions.answers(catalog, requests, Resolver::resolve, faults).get(0);
    }

    private Path folder() {
        return request.link().output().resolve(Leftovers.PROBE);
    }

    private void complain(Probe probe) throws GoalException {
        if (!probe.passed()) {
            throw new GoalException(
                    List.of("The probe unmasked what " + request.link().catalog()
                            + " does not declare; it stands above and in " + folder().resolve("probe.md") + ".\n"
                            + "  Add what mends it, and probe again."));
        }
    }
}
