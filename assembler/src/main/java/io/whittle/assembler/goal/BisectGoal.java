package io.whittle.assembler.goal;

import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import io.whittle.assembler.check.CheckWords;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.heal.Diagnosis;
import io.whittle.assembler.heal.DiagnosisJson;
import io.whittle.assembler.heal.DiagnosisMarkdown;
import io.whittle.assembler.heal.DiagnosisText;
import io.whittle.assembler.heal.HealRequest;
import io.whittle.assembler.heal.Healer;
import io.whittle.assembler.heal.ImagePart;
import io.whittle.assembler.heal.More;
import io.whittle.assembler.heal.Over;
import io.whittle.assembler.heal.TrialCheck;
import io.whittle.assembler.heal.TrialImages;
import io.whittle.assembler.heal.TrialPlans;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Applicability;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an image lacks for a check to pass, and adds it to the catalogue where that is asked for. */
public final class BisectGoal {
    private final BisectRequest request;
    private final Progress progress;

    private BisectGoal(BisectRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. No process and no trial image outlives it.
     *
     * @throws GoalException when the question makes no sense, or no answer was found; the documents say what was tried
     */
    public static void run(BisectRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        Path output = request.checking().link().output();
        BuildLock lock = BuildLock.in(output, progress);
        try {
            new Leftovers(output, progress).clear();
            new BisectGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private void run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.checking().link();
        // What is asked in error is told before anything is linked.
        BisectQuestion question = BisectQuestion.of(request);
        FeatureCatalog catalog = question.catalog();
        String check = question.check();
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(link);
        owner.warnOfAnother(progress);
        LinkedImages images =
                Images.toWorkOn(link, Acceptance.of(link, warnings), warnings).link();
        owner.claim();
        images.complain(List.of());
        ImageReport image = images.each().get(0);
        CheckScope scope = scope(catalog, image, check);
        Path folder = OutputPlace.below(image.image().getParent(), "bisect", check);
        FolderTree.delete(folder);
        Diagnosis diagnosis = diagnose(new HealRequest(
                plans(catalog, image, images.jdks().on(image.plan().platform())),
                new TrialPlans.Planned(image.resolution(), image.plan()),
                image.image(),
                more(question, image),
                question.over(),
                new TrialCheck(
                        catalog,
                        check,
                        scope,
                        folder.resolve("runs"),
                        question.runners().getOrDefault(image.plan().platform(), List.of()),
                        ConsoleLauncher.on(request.checking().testPath()),
                        Long.MAX_VALUE),
                new TrialImages(
                        link.output().resolve(Leftovers.TRIALS),
                        images.jdks().on(image.plan().platform()),
                        link.ignoreSignatures(),
                        progress::detail),
                request.attempts().orElse(catalog.checks().get(check).attempts())));
        write(folder.resolve("bisect.json"), DiagnosisJson.write(diagnosis));
        write(folder.resolve("bisect.md"), DiagnosisMarkdown.write(diagnosis));
        DiagnosisText.lines(diagnosis).forEach(progress::say);
        progress.say("written to " + folder.resolve("bisect.json") + " and bisect.md");
        requireAnswer(diagnosis, folder);
        if (request.fix()) {
            new BisectFix(link.catalog(), progress).mend(diagnosis, request.feature());
        } else if (!diagnosis.edits().isEmpty() && diagnosis.excluded().isEmpty()) {
            progress.say("-Dwhittle.fix adds it to " + link.catalog());
        }
    }

    private TrialPlans plans(FeatureCatalog catalog, ImageReport image, TargetJdk jdk) throws IOException {
        LinkRequest link = request.checking().link();
        return new TrialPlans(
                catalog,
                new Request(image.plan().profile(), image.plan().platform()),
                image.resolution().in(),
                ModularPaths.of(link, catalog, jdk),
                link.jars(),
                jdk,
                link.ignoreSignatures());
    }

    private Diagnosis diagnose(HealRequest asked) throws GoalException, IOException, InterruptedException {
        try {
            return Healer.diagnose(asked, new HealProgress(progress));
        } catch (LinkException cannot) {
            throw new GoalException(Stream.concat(
                            Stream.of("No image can be linked that has all that may be missing in "
                                    + asked.image().plan().profile() + ":"),
                            cannot.faults().stream())
                    .toList());
        }
    }

    private static CheckScope scope(FeatureCatalog catalog, ImageReport image, String check) throws GoalException {
        CheckScope scope = CheckScope.of(catalog, image.resolution());
        Applicability applicability = scope.checks().get(check);
        if (!applicability.applicable()) {
            throw new GoalException(List.of("The check " + check + " is not applicable to "
                    + image.plan().profile() + " for " + image.plan().platform() + ": "
                    + applicability.hindrances().stream()
                            .map(CheckWords::reason)
                            .collect(Collectors.joining("; "))
                    + ".\n  Name a profile that has what the check asks for."));
        }
        return scope;
    }

    private static More more(BisectQuestion question, ImageReport image) throws GoalException {
        if (question.over() == Over.JDK) {
            return new More("profile " + image.plan().profile(), new TreeSet<>());
        }
        if (question.superset().isEmpty()) {
            return new More(
                    "all features", new TreeSet<>(question.catalog().features().keySet()));
        }
        String name = question.superset().get();
        List<Request> requests = List.of(new Request(name, image.plan().platform()));
        List<Resolution> answers =
                Resolutions.answers(question.catalog(), requests, Resolver::resolve, new ArrayList<>());
        return new More("profile " + name, answers.get(0).in());
    }

    private static void requireAnswer(Diagnosis diagnosis, Path folder) throws GoalException {
        BisectionResult<ImagePart> result = diagnosis.result();
        if (result instanceof SupersetFails) {
            throw new GoalException(List.of("What the check " + diagnosis.check() + " misses in "
                    + diagnosis.profile() + " is not among what was tried; "
                    + (diagnosis.without().isEmpty()
                            ? "the check itself, or the code, may be wrong."
                            : "what the profile cannot have was not tried: " + String.join(", ", diagnosis.without())
                                    + ".")
                    + "\n  Logs of each run are in " + folder.resolve("runs") + "."));
        }
        if (result instanceof NotRun<ImagePart> not) {
            throw new GoalException(List.of("The check " + diagnosis.check() + " could not be run in "
                    + (not.image() ? "the image of " + diagnosis.profile() : "an image with more in it")
                    + ".\n  whittle:check -Dwhittle.check=" + diagnosis.check() + " says why."));
        }
    }

    private static void write(Path file, String document) throws IOException {
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
    }
}
