package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.BisectionRequest;
import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import io.whittle.assembler.bisect.Bisector;
import io.whittle.assembler.bisect.Candidates;
import io.whittle.assembler.bisect.Proof;
import io.whittle.assembler.bisect.Run;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Fault;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds what an image lacks for a check to pass: first among the features of a profile that has more, then also among modules on the path that
 * no feature has, then among all modules of the JDK as well.
 *
 * <p>Sets are tried in one image that holds everything, whose JVM is shown no more than the set; what is found is confirmed in an image that
 * is linked of it. A check that starts programs outside the image is tried in linked images throughout, since nobody would limit what those
 * see of it.
 */
public final class Healer {
    private static final String LABORATORY = "laboratory";

    private final HealRequest request;
    private final HealListener listener;
    private final Instant begin = Instant.now();
    private final List<Run<ImagePart>> log = new ArrayList<>();
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
        Superset superset = Superset.of(request.plans(), request.more());
        if (request.over() == Over.JDK) {
            return search(superset.withJdk(request.plans()), traces);
        }
        Diagnosis found = search(superset, traces);
        if (!(found.result() instanceof SupersetFails) || request.over() == Over.FEATURES) {
            return found;
        }
        SortedSet<String> strays = request.plans().strays(request.image(), superset.planned());
        Superset more = superset;
        if (!strays.isEmpty()) {
            listener.begins("on the path and in no image: " + String.join(", ", strays));
            more = superset.withModules(request.plans(), strays);
            found = more.modules().isEmpty() ? found : search(more, traces);
        }
        return found.result() instanceof SupersetFails ? search(more.withJdk(request.plans()), traces) : found;
    }

    private Verdict inImage() throws IOException, InterruptedException {
        Instant before = Instant.now();
        Verdict verdict = Verdict.FAIL;
        for (int attempt = 1; attempt <= request.attempts() && verdict == Verdict.FAIL; attempt++) {
            CheckResult result =
                    request.check().run(request.folder(), request.image().plan(), List.of(), ++runs);
            verdict = TrialCheck.verdict(result);
            if (result.outcome() instanceof Outcome.Failed failed) {
                fault = Optional.of(failed.faults().get(0));
            }
        }
        log.add(new Run<>(List.of(), List.of(), true, verdict, runs, Duration.between(before, Instant.now())));
        return verdict;
    }

    private Diagnosis search(Superset superset, Path traces) throws LinkException, IOException, InterruptedException {
        Candidates<ImagePart> candidates = PartGraph.of(request.plans(), request.image(), superset, request.over());
        if (candidates.image().equals(candidates.superset())) {
            return told(Optional.empty(), new SupersetFails<>(none()));
        }
        Optional<Path> laboratory = laboratory(superset);
        Diagnosis found = search(superset, candidates, traces, laboratory);
        boolean unexplained =
                found.result() instanceof OptionsSuspected && found.options().isEmpty();
        if (laboratory.isPresent() && unexplained) {
            listener.begins("what the image lacks is there in the image of all: sets are linked one by one now");
            return search(superset, candidates, traces, Optional.empty());
        }
        return found;
    }

    private Diagnosis search(
            Superset superset, Candidates<ImagePart> candidates, Path traces, Optional<Path> laboratory)
            throws LinkException, IOException, InterruptedException {
        Trials trials = new Trials(
                request.plans(),
                request.check(),
                request.images(),
                candidates.image(),
                request.folder(),
                candidates.superset(),
                laboratory,
                new LoadTrace(traces),
                runs);
        SortedSet<ImagePart> suspects = new TreeSet<>();
        BisectionRequest<ImagePart> asked = BisectionRequest.of(candidates, trials::fast)
                .suspecting(() -> {
                    suspects.addAll(
                            Suspects.of(trials.loaded(), superset.planned().resolution(), candidates));
                    // Where nothing was traced, nothing is known.
                    return trials.loaded().isEmpty() ? Optional.empty() : Optional.of(suspects);
                })
                .attempts(request.attempts())
                // That it fails without each culprit is seen on everything else, where stand-ins are looked for.
                .proof(Proof.FOLLOWS)
                .reporting(listener);
        BisectionResult<ImagePart> result =
                Bisector.bisect(laboratory.isPresent() ? asked.confirmedBy(trials::linked) : asked);
        runs = trials.runs();
        result.runs().all().forEach(run -> log.add(laboratory.isPresent() ? run : linked(run)));
        return told(Optional.of(superset), result, suspects, options(result, superset));
    }

    private Optional<Path> laboratory(Superset superset) throws IOException, InterruptedException {
        if (!Limitable.is(request)) {
            listener.begins("the check starts programs beside the image: sets of parts are linked one by one");
            return Optional.empty();
        }
        listener.begins("linking an image of " + superset.name() + ", in which sets of parts are tried");
        try {
            return Optional.of(request.images()
                    .link(
                            LABORATORY,
                            TrialImages.laboratory(
                                    request.image().plan(), superset.planned().plan())));
        } catch (LinkException clash) {
            // What stands in for one another may not stand together, such as a feature and its fallback with classes of
            // one name.
            listener.begins("not all of it goes into one image: sets of parts are linked one by one");
            return Optional.empty();
        }
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
                new Runs<>(log, Duration.between(begin, Instant.now())),
                suspects,
                options,
                Excluded.of(request.plans(), result),
                Askers.of(
                        request.plans().catalog(),
                        request.image().resolution(),
                        request.check().check()));
    }

    /** Without a laboratory each set is linked, of which the bisection knows nothing. */
    private static Run<ImagePart> linked(Run<ImagePart> run) {
        return new Run<>(run.added(), run.leftOut(), true, run.verdict(), run.attempts(), run.time());
    }

    private static Runs<ImagePart> none() {
        return new Runs<>(List.of(), Duration.ZERO);
    }
}
