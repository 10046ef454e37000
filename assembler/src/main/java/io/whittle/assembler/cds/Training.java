package io.whittle.assembler.cds;

import io.whittle.assembler.cds.ImageJava.Said;
import io.whittle.assembler.check.CheckListener;
import io.whittle.assembler.check.CheckRequest;
import io.whittle.assembler.check.CheckResults;
import io.whittle.assembler.check.CheckRun;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.LauncherWords;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.resolve.CheckScope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Runs what an image is for, and writes down which classes it loads. */
final class Training {
    private static final String LOADED = "-XX:DumpLoadedClassList=";

    private final ImagePlan plan;
    private final FeatureCatalog catalog;
    private final CheckScope scope;
    private final List<String> runner;
    private final Consumer<String> say;

    Training(ImagePlan plan, FeatureCatalog catalog, CheckScope scope, List<String> runner, Consumer<String> say) {
        this.plan = plan;
        this.catalog = catalog;
        this.scope = scope;
        this.runner = List.copyOf(runner);
        this.say = say;
    }

    /**
     * What the main class of each launcher loads before it runs, and what the checks of the plan do.
     *
     * @throws LinkException when a launcher does not start, or a check fails; its logs are kept beside the image
     */
    ClassList run(Path image, ImageJava java) throws LinkException, IOException, InterruptedException {
        Path lists = Files.createDirectory(java.scratch().resolve("lists"));
        for (Launcher launcher : plan.launchers()) {
            String loaded = LOADED + lists.resolve("launcher-" + launcher.name() + ".lst");
            Said said = java.run(
                    new LauncherWords(launcher, plan.launchPath()).behindJava(image, List.of(loaded, "--dry-run")));
            if (said.exit() != 0) {
                throw new LinkException(
                        "Launcher " + launcher.name() + " does not start, so that its classes cannot be archived:\n"
                                + said.end().indent(4).stripTrailing() + "\n  Mend it, or write cds: jdk.");
            }
        }
        checks(image, lists);
        return ClassList.in(lists);
    }

    private void checks(Path image, Path lists) throws LinkException, IOException, InterruptedException {
        TreeSet<String> applicable = new TreeSet<>();
        for (String check : plan.settings().archive().train()) {
            if (scope.checks().get(check).applicable()) {
                applicable.add(check);
            } else {
                say.accept("check " + check + " is not applicable to this image, and trains nothing");
            }
        }
        if (applicable.isEmpty()) {
            return;
        }
        say.accept("training with " + String.join(", ", applicable));
        Path logs = image.resolveSibling(CdsArchive.LOGS);
        CheckResults results = CheckRun.some(
                new CheckRequest(
                        image,
                        plan.profile(),
                        plan.platform(),
                        scope,
                        catalog,
                        plan.launchers(),
                        plan.launchPath(),
                        logs,
                        runner,
                        Optional.empty(),
                        1,
                        List.of(LOADED + lists.resolve("check-%p.lst"))),
                applicable,
                CheckListener.silent());
        List<String> failed = new ArrayList<>();
        results.checks().stream()
                .filter(result -> result.outcome().isFailure())
                .forEach(result -> failed.add(result.name()));
        if (!failed.isEmpty()) {
            throw new LinkException("What is to train the archive of classes does not pass in the image: "
                    + String.join(", ", failed) + ".\n  Logs are in " + logs
                    + ". Checks that are JUnit classes cannot train; leave them out of train, or write cds: jdk to see what"
                    + " whittle:check says of the others.");
        }
        FolderTree.delete(logs);
    }
}
