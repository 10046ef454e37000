package io.whittle.assembler.bisect;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What to bisect, and how thoroughly.
 *
 * @param candidates the image that fails, and the superset that passes
 * @param suspects what the passing image was seen to use, asked for once the superset has passed; where absent, everything that the image
 *     lacks
 * @param oracle runs the check fast, without linking
 * @param linked runs the check in an image that was linked, to confirm the answer; absent where the other one does
 * @param attempts how often a set that fails is tried before it counts as failing, at least one. Meant for checks that now and
 *     then fail without a reason: one that passes for none would make a wrong answer, and no number of attempts helps
 * @param answers how many sets that heal are looked for, at least one; with more than one, what may stand in for a culprit is found
 * @param proof whether the fail without each culprit is seen, or may follow from what was seen
 * @param progress told before each run
 * @param clock what times are taken from
 * @param <C> a candidate
 */
public record BisectionRequest<C>(
        Candidates<C> candidates,
        Supplier<Optional<Set<C>>> suspects,
        Oracle<C> oracle,
        Optional<Oracle<C>> linked,
        int attempts,
        int answers,
        Proof proof,
        BisectionProgress progress,
        Clock clock) {
    /**
     * Copies what is given.
     *
     * @throws IllegalArgumentException if there is not at least one attempt and one answer
     */
    public BisectionRequest {
        if (attempts < 1 || answers < 1) {
            throw new IllegalArgumentException(
                    "at least one attempt and one answer, not " + attempts + " and " + answers);
        }
    }

    /** Everything is suspected, one attempt, up to eight answers, nothing linked, every fail seen. */
    public static <C> BisectionRequest<C> of(Candidates<C> candidates, Oracle<C> oracle) {
        return new BisectionRequest<>(
                candidates,
                Optional::empty,
                oracle,
                Optional.empty(),
                1,
                8,
                Proof.SEEN,
                (suspects, done, expected) -> {},
                Clock.systemUTC());
    }

    /** The same with these suspected first. What they require is suspected with them; what the superset lacks is ignored. */
    public BisectionRequest<C> suspecting(Set<C> these) {
        Optional<Set<C>> copy = Optional.of(Collections.unmodifiableSet(new LinkedHashSet<>(these)));
        return suspecting(() -> copy);
    }

    /** The same with those suspected first that are told once the superset has passed. */
    public BisectionRequest<C> suspecting(Supplier<Optional<Set<C>>> seen) {
        return new BisectionRequest<>(candidates, seen, oracle, linked, attempts, answers, proof, progress, clock);
    }

    /** The same with the answer confirmed by this oracle. */
    public BisectionRequest<C> confirmedBy(Oracle<C> inLinkedImage) {
        return new BisectionRequest<>(
                candidates, suspects, oracle, Optional.of(inLinkedImage), attempts, answers, proof, progress, clock);
    }

    /** The same with so many attempts. */
    public BisectionRequest<C> attempts(int number) {
        return new BisectionRequest<>(candidates, suspects, oracle, linked, number, answers, proof, progress, clock);
    }

    /** The same with so many answers. */
    public BisectionRequest<C> answers(int number) {
        return new BisectionRequest<>(candidates, suspects, oracle, linked, attempts, number, proof, progress, clock);
    }

    /** The same with so much proof. */
    public BisectionRequest<C> proof(Proof wanted) {
        return new BisectionRequest<>(candidates, suspects, oracle, linked, attempts, answers, wanted, progress, clock);
    }

    /** The same with somebody told. */
    public BisectionRequest<C> reporting(BisectionProgress to) {
        return new BisectionRequest<>(candidates, suspects, oracle, linked, attempts, answers, proof, to, clock);
    }
}
