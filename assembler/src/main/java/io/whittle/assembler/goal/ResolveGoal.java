package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.explain.ResolutionJson;
import io.whittle.graph.explain.ResolutionTree;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Tells what profiles come to, as a tree on the console and as a document. */
public final class ResolveGoal {
    private final ResolveRequest request;
    private final Progress progress;

    private ResolveGoal(ResolveRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it
     */
    public static void run(ResolveRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        ResolveGoal goal = new ResolveGoal(request, progress);
        switch (request.strategy()) {
            case "closure" -> goal.closures();
            case "allowlist" -> goal.allowlists();
            default ->
                throw new GoalException(List.of("whittle.strategy is '" + request.strategy()
                        + "', which is none.\n  Take closure, which follows requirements, or allowlist, which shows what"
                        + " not following them breaks."));
        }
    }

    private void closures() throws GoalException, IOException {
        Resolutions<Resolution> resolutions =
                Resolutions.closures(request.catalog(), request.profiles(), request.platforms(), progress);
        for (Resolution resolution : resolutions.each()) {
            tell(
                    ResolutionTree.render(resolution, Console.style()),
                    file(resolution, "resolution.json"),
                    ResolutionJson.write(resolution));
        }
    }

    private void allowlists() throws GoalException, IOException {
        Resolutions<Allowlist> allowlists = Resolutions.of(
                request.catalog(),
                request.profiles(),
                request.platforms(),
                Allowlist::of,
                allowlist -> allowlist.built().warnings(),
                progress);
        for (Allowlist allowlist : allowlists.each()) {
            // Not resolution.json, which belongs to the image that stands beside it.
            tell(
                    ResolutionTree.render(allowlist, Console.style()),
                    file(allowlist.built(), "allowlist.json"),
                    ResolutionJson.write(allowlist));
        }
    }

    private void tell(String tree, Path file, String document) throws IOException {
        tree.lines().forEach(progress::say);
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
        progress.say("written to " + file);
    }

    private Path file(Resolution resolution, String name) throws GoalException {
        return OutputPlace.of(request.output(), resolution.profile().name(), resolution.platform())
                .resolve(name);
    }
}
