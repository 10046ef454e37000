package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest set of candidates that heals a check.
 *
 * <p>Superset and image are run first. Up to ten suspects are then left out one by one, dependents first; of more, prefixes are tried,
 * dependencies first. What was found is proved both ways, and what may stand in for it is searched for. Every set that is tried is closed
 * under requirements; none is run twice unless a later run makes it doubtful. Same request and same verdicts, same result.
 *
 * <p>For {@code n} suspects and {@code k} culprits it takes about {@code log2 C(n,k) + k} runs to find them, and one or two more a
 * culprit to prove them.
 *
 * @param <C> a candidate
 */
public final class Bisector<C> {
    private final BisectionRequest<C> request;
    private final Lattice<C> lattice;
    private final Instant begin;
    private final List<Trial> log = new ArrayList<>();
    private final Trials fast;
    private final Optional<Trials> linked;

    private Bisector(BisectionRequest<C> request) {
        this.request = request;
        this.lattice = new Lattice<>(request.candidates());
        this.begin = request.clock().instant();
        this.fast = trials(request.oracle(), false);
        this.linked = request.linked().map(oracle -> trials(oracle, true));
    }

    /**
     * Bisects. What an oracle or the progress throws comes out as it is.
     *
     * @return what heals, or why that was not searched for
     */
    public static <C> BisectionResult<C> bisect(BisectionRequest<C> request) {
        return new Bisector<>(request).bisect();
    }

    private Trials trials(Oracle<C> oracle, boolean inImage) {
        return new Trials(
                set -> oracle.test(lattice.image(set)),
                inImage,
                request.attempts(),
                log,
                request.progress(),
                request.clock());
    }

    private BisectionResult<C> bisect() {
        BitSet nothing = new BitSet();
        BitSet everything = lattice.everything();
        fast.expect(everything.cardinality(), 2);
        // The superset first: what it passes in tells how long it is worth to wait for the others.
        Verdict whole = fast.run(everything);
        switch (fast.run(nothing)) {
            case UNRESOLVED:
                return new NotRun<>(true, runs());
            case PASS:
                return failsLinked(nothing) ? new OptionsSuspected<>(true, runs()) : new ImagePasses<>(runs());
            case FAIL:
                break;
        }
        switch (whole) {
            case UNRESOLVED:
                return new NotRun<>(false, runs());
            case FAIL:
                return new SupersetFails<>(runs());
            case PASS:
                break;
        }
        return confirmed(hunt(fast));
    }

    private boolean failsLinked(BitSet set) {
        return linked.isPresent() && linked.get().run(set) == Verdict.FAIL;
    }

    private Hunted hunt(Trials trials) {
        BitSet suspects = request.suspects().get().map(lattice::closureOf).orElseGet(lattice::everything);
        return new Hunt(lattice, trials, suspects, request.answers(), request.proof()).hunt();
    }

    private BisectionResult<C> confirmed(Hunted found) {
        if (linked.isEmpty()) {
            return healed(found, Confirmation.NOT_ASKED);
        }
        Trials images = linked.get();
        images.expect(0, 1);
        switch (images.run(found.answers().get(0))) {
            case PASS:
                return healed(found, Confirmation.CONFIRMED);
            case UNRESOLVED:
                return healed(found, Confirmation.NOT_RUN);
            case FAIL:
                break;
        }
        switch (images.run(lattice.everything())) {
            case FAIL:
                return new OptionsSuspected<>(false, runs());
            case UNRESOLVED:
                return healed(found, Confirmation.NOT_RUN);
            case PASS:
                break;
        }
        // The image is known to fail: it is less than what failed just now.
        return healed(hunt(images), Confirmation.SEARCHED_AGAIN);
    }

    private Healed<C> healed(Hunted found, Confirmation confirmation) {
        List<Answer<C>> answers = found.answers().stream().map(this::answer).toList();
        return new Healed<>(
                answers.get(0),
                answers.subList(1, answers.size()),
                found.all(),
                found.clash().map(this::conflict),
                found.beyond(),
                lattice.names(found.unproven().stream().mapToInt(unit -> unit).toArray()),
                confirmation,
                runs());
    }

    private Answer<C> answer(BitSet set) {
        return new Answer<>(lattice.names(lattice.asked(set)), lattice.members(set));
    }

    private Conflict<C> conflict(Hunted.Clash clash) {
        return new Conflict<>(
                lattice.names(lattice.asked(clash.passing())),
                lattice.names(clash.added()),
                lattice.names(clash.with()));
    }

    private Runs<C> runs() {
        BitSet everything = lattice.everything();
        List<Run<C>> all = log.stream()
                .map(trial -> new Run<>(
                        List.copyOf(lattice.members(trial.set())),
                        List.copyOf(lattice.members(Sets.minus(everything, trial.set()))),
                        trial.linked(),
                        trial.verdict(),
                        trial.attempts(),
                        trial.time()))
                .toList();
        return new Runs<>(all, Duration.between(begin, request.clock().instant()));
    }
}
