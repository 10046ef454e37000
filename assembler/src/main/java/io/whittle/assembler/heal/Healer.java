package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.BisectionRequest;
import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import io.whittle.assembler.bisect.Bisector;
import io.whittle.assembler.bisect.Candidates;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Fault;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.LinkException;
import io.whittle.graph.catalog.Ask;
import io.whittle.graph.catalog.Check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds what an image lacks for a check to pass: first among the features of a profile that has more, then among all modules of the JDK.
 *
 * <p>Sets are tried in one image that holds everything, whose JVM is shown no more than the set; what is found is confirmed in an image that
 * is linked of it. A check that starts programs outside the image is tried in linked images throughout, since nobody would limit what those
 * see of it.
 */
public final class Healer {
    private static final String LABORATORY = "laboratory";

    private final HealRequest request;
    private final HealListener listener;
    private Optional<Fault> fault = Optional.empty();
    private int runs;

    private Healer(HealRequest request, HealListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Searches.
     *
     * @return what heals, or why that was not found
     * @throws LinkException when no image can be linked that holds all that was to be tried
     */
    public static Diagnosis diagnose(HealRequest request, HealListener listener)
            throws LinkException, IOException, InterruptedException {
        Path traces = Files.createTempDirectory("whittle-trace");
        try {
            return new Healer(request, listener).diagnose(traces);
        } catch (BrokenTrialException broken) {
            if (broken.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw broken.getCause() instanceof IOException failed ? failed : new IOException(broken.getCause());
        } finally {
            FolderTree.delete(traces);
            FolderTree.delete(request.images().folder());
        }
    }

    private Diagnosis diagnose(Path traces) throws LinkException, IOException, InterruptedException {
        listener.begins("asking the image itself");
        Verdict itself = inImage();
        if (itself != Verdict.FAIL) {
            return told(
                    Optional.empty(), itself == Verdict.PASS ? new ImagePasses<>(none()) : new NotRun<>(true, none()));
        }
        if (request.over() == Over.JDK) {
            More nothing = new More("profile " + request.plans().asked().profile(), new TreeSet<>());
            return search(Superset.of(request.plans(), nothing).withJdk(request.plans()), traces);
        }
        Superset superset = Superset.of(request.plans(), request.more());
        Diagnosis found = search(superset, traces);
        boolean enough = !(found.result() instanceof SupersetFails) || request.over() == Over.FEATURES;
        return enough ? found : search(superset.withJdk(request.plans()), traces);
    }

    private Verdict inImage() throws IOException, InterruptedException {
        Verdict verdict = Verdict.FAIL;
        for (int attempt = 1; attempt <= request.attempts() && verdict == Verdict.FAIL; attempt++) {
            CheckResult result =
                    request.check().run(request.folder(), request.image().plan(), List.of(), ++runs);
            verdict = TrialCheck.verdict(result);
            if (result.outcome() instanceof Outcome.Failed failed) {
                fault = Optional.of(failed.faults().get(0));
            }
        }
        return verdict;
    }

    private Diagnosis search(Superset superset, Path traces) throws LinkException, IOException, InterruptedException {
        Candidates<ImagePart> candidates = PartGraph.of(request.plans(), request.image(), superset, request.over());
        if (candidates.image().equals(candidates.superset())) {
            return told(Optional.of(superset), new SupersetFails<>(none()));
        }
        Trials trials = new Trials(
                request.plans(),
                request.check(),
                request.images(),
                candidates.image(),
                request.folder(),
                candidates.superset(),
                new LoadTrace(traces),
                runs);
        if (isLimitable()) {
            listener.begins("linking an image of " + superset.name() + ", in which sets of parts are tried");
            trials.openLaboratory(request.images()
                    .link(
                            LABORATORY,
                            TrialImages.laboratory(
                                    request.image().plan(), superset.planned().plan())));
        }
        SortedSet<ImagePart> suspects = new TreeSet<>();
        BisectionRequest<ImagePart> asked = BisectionRequest.of(candidates, trials::fast)
                .suspecting(() -> {
                    suspects.addAll(
                            Suspects.of(trials.loaded(), superset.planned().resolution(), candidates));
                    // Where nothing was traced, nothing is known.
                    return trials.loaded().isEmpty() ? Optional.empty() : Optional.of(suspects);
                })
                .confirmedBy(trials::linked)
                .attempts(request.attempts())
                .reporting(listener);
        BisectionResult<ImagePart> result = Bisector.bisect(asked);
        runs = trials.runs();
        return told(Optional.of(superset), result, suspects, options(result, superset));
    }

    private boolean isLimitable() {
        Check check = request.check().catalog().checks().get(request.check().check());
        return check.ask() instanceof Ask.Steps;
    }

    private List<String> options(BisectionResult<ImagePart> result, Superset superset)
            throws LinkException, IOException, InterruptedException {
        if (!(result instanceof OptionsSuspected<ImagePart> suspected)) {
            return List.of();
        }
        listener.begins("linking with other options");
        return new OptionTrials(request.check(), request.images(), runs)
                .blamed((suspected.image() ? request.image() : superset.planned()).plan());
    }

    private Diagnosis told(Optional<Superset> superset, BisectionResult<ImagePart> result) {
        return told(superset, result, new TreeSet<>(), List.of());
    }

    private Diagnosis told(
            Optional<Superset> superset,
            BisectionResult<ImagePart> result,
            SortedSet<ImagePart> suspects,
            List<String> options) {
        return new Diagnosis(
                request.check().check(),
                request.plans().asked().profile(),
                request.plans().asked().platform(),
                superset.map(Superset::name),
                superset.map(Superset::without).orElseGet(TreeSet::new),
                fault,
                result,
                suspects,
                options,
                Askers.of(
                        request.plans().catalog(),
                        request.image().resolution(),
                        request.check().check()));
    }

    private static Runs<ImagePart> none() {
        return new Runs<>(List.of(), Duration.ZERO);
    }
}
