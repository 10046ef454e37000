package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckReports;
import io.whittle.assembler.check.CheckRequest;
import io.whittle.assembler.check.CheckResults;
import io.whittle.assembler.check.CheckRun;
import io.whittle.assembler.check.CheckText;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.cost.Footprint;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Starts the images of profiles and platforms and asks them what the checks of the catalogue ask. */
public final class CheckGoal {
    private final ImageCheckRequest request;
    private final Progress progress;

    private CheckGoal(ImageCheckRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. No process of a check outlives it.
     *
     * @throws GoalException when a check fails or cannot be run; every image has been asked then, and the documents say what came of it
     */
    public static void run(ImageCheckRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            new CheckGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private void run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.link();
        SortedMap<Platform, List<String>> runners = Runners.of(link.after().runners());
        // A wrong name is told before anything is linked.
        List<String> faults = new ArrayList<>();
        SortedSet<String> names =
                CheckNames.of(request.checks(), Resolutions.read(link.catalog()).catalog(), faults);
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(link);
        owner.warnOfAnother(progress);
        LinkedImages images =
                Images.toWorkOn(link, Acceptance.of(link, warnings), warnings).link();
        owner.claim();
        if (images.catalog().checks().isEmpty()) {
            progress.warn(images.catalog().source().file()
                    + " has no checks, so nothing is known of how its images behave.\n"
                    + "  Write one, such as:  checks: {starts: {run: [my-app, --version]}}");
            images.complain(List.of());
            return;
        }
        int most = atATime(images.each().size());
        List<SideBySide.Work<CheckResults>> works = new ArrayList<>();
        for (ImageReport image : images.each()) {
            works.add(said -> check(images, image, names, runners, most, said));
        }
        SideBySide.Done<CheckResults> done = SideBySide.run("check of image", works, most, progress);
        List<String> failed = new ArrayList<>(done.faults());
        HeldBudgets budgets = new HeldBudgets(link, images, progress);
        // What a part of the checks takes is not what the image takes.
        boolean all = names.containsAll(images.catalog().checks().keySet());
        for (int i = 0; i < images.each().size(); i++) {
            Optional<CheckResults> results = done.each().get(i);
            if (results.isPresent()) {
                ImageReport image = images.each().get(i);
                if (!results.get().passed()) {
                    failed.add(failure(results.get(), documents(image)));
                }
                Footprint footprint = footprint(results.get());
                budgets.hold(
                        image,
                        all
                                ? Map.of(BudgetKind.MEMORY, footprint.memory(), BudgetKind.START, footprint.start())
                                : Map.of());
            }
        }
        failed.addAll(budgets.faults());
        images.complain(failed);
    }

    /** An image that is asked takes one check at a time at least. */
    private int atATime(int images) {
        return Math.min(Math.min(request.link().linking().workers(), request.parallelism()), images);
    }

    private CheckResults check(
            LinkedImages images,
            ImageReport image,
            SortedSet<String> names,
            Map<Platform, List<String>> runners,
            int beside,
            Progress said)
            throws GoalException, IOException, InterruptedException {
        Path folder = documents(image);
        Platform platform = image.plan().platform();
        CheckRequest asked = new CheckRequest(
                image.image(),
                image.plan().profile(),
                platform,
                images.scope(image),
                images.catalog(),
                image.plan().launchers(),
                image.plan().launchPath(),
                OutputPlace.below(folder, "checks"),
                runners.getOrDefault(platform, List.of()),
                ConsoleLauncher.on(request.testPath()),
                // As many checks at a time as if there were one image.
                Math.max(1, request.parallelism() / Math.max(1, beside)));
        said.say("checking the image of " + asked.profile() + " for " + platform);
        CheckResults results = CheckRun.some(asked, names, new CheckProgress(said));
        CheckReports.write(results, image.plan().changed(), folder);
        CheckText.lines(results).forEach(said::say);
        return results;
    }

    private static Footprint footprint(CheckResults results) {
        return Footprint.of(results.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .flatMap(check -> check.measurements().stream())
                .toList());
    }

    /** The folder that holds the image, and what is written of it. */
    private static Path documents(ImageReport image) {
        return image.image().getParent();
    }

    private static String failure(CheckResults results, Path folder) {
        List<String> names = results.checks().stream()
                .filter(check -> check.outcome().isFailure())
                .map(check -> check.name())
                .toList();
        return "The image of " + results.profile() + " for " + results.platform() + " does not do what "
                + String.join(", ", names) + (names.size() == 1 ? " asks" : " ask") + ".\n"
                + "  What was expected and what came stands above, and in " + folder.resolve(CheckReports.MARKDOWN)
                + ".\n"
                + "  One check alone: -Dwhittle.check=" + names.get(0) + ". What the image lacks for it: whittle:bisect"
                + " -Dwhittle.check=" + names.get(0) + " -Dwhittle.profile=" + results.profile()
                + ". All of it on a page: whittle:report";
    }
}
