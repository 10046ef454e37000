package io.whittle.assembler.bisect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of which set: by running the check, or because it follows. As long as nothing speaks against it, more is
 * taken to be never worse: what holds a passing set passes, what is held by a failing one fails.
 *
 * <p>A check that fails is tried again, one that passes is believed: a check of something that works may fail by bad luck, one
 * of something that is not there does not pass by luck. At a rate of 5 %, three attempts leave one wrong verdict in 8,000
 * passing sets. Most of those come to light, because a smaller set passes later; then the larger one is asked again.
 */
final class Trials {
    private final Function<BitSet, Verdict> oracle;
    private final boolean linked;
    private final int attempts;
    private final List<Trial> log;
    private final BisectionProgress progress;
    private final Clock clock;
    private final Map<BitSet, Verdict> seen = new LinkedHashMap<>();
    private boolean moreIsNeverWorse = true;
    private int suspectsLeft;
    private int runsToCome;

    Trials(
            Function<BitSet, Verdict> oracle,
            boolean linked,
            int attempts,
            List<Trial> log,
            BisectionProgress progress,
            Clock clock) {
        this.oracle = oracle;
        this.linked = linked;
        this.attempts = attempts;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
    }

    /** What whoever watches is told with the next run. */
    void expect(int suspects, int further) {
        suspectsLeft = suspects;
        runsToCome = further;
    }

    /** From here on nothing follows: only sets that were run have a verdict. */
    void assumeNothing() {
        moreIsNeverWorse = false;
    }

    /** Whether a set passes, by a run only where it does not follow. A set that could not be run does not pass. */
    boolean passes(BitSet set) {
        return verdict(set) == Verdict.PASS;
    }

    boolean fails(BitSet set) {
        return verdict(set) == Verdict.FAIL;
    }

    Verdict verdict(BitSet set) {
        Verdict known = seen.get(set);
        return known != null ? known : following(set).orElseGet(() -> run(set));
    }

    private Optional<Verdict> following(BitSet set) {
        if (moreIsNeverWorse) {
            for (Map.Entry<BitSet, Verdict> other : seen.entrySet()) {
                if (other.getValue() == Verdict.PASS && Sets.within(other.getKey(), set)) {
                    return Optional.of(Verdict.PASS);
                }
                if (other.getValue() == Verdict.FAIL && Sets.within(set, other.getKey())) {
                    return Optional.of(Verdict.FAIL);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The verdict of a run on this very set.
     *
     * @throws ClashException if it passes and a larger one fails, or the other way round, also when asked again
     * @throws RevisedException if that larger one passes when asked again
     */
    Verdict run(BitSet set) {
        Verdict known = seen.get(set);
        if (known == null) {
            known = ask(set);
            if (moreIsNeverWorse) {
                doubt(set, known);
            }
        }
        return known;
    }

    private void doubt(BitSet set, Verdict verdict) {
        boolean revised = false;
        for (Map.Entry<BitSet, Verdict> other : seen.entrySet()) {
            if (verdict == Verdict.PASS && other.getValue() == Verdict.FAIL && Sets.within(set, other.getKey())) {
                requirePass(set, other.getKey());
                revised = true;
            }
            if (verdict == Verdict.FAIL && other.getValue() == Verdict.PASS && Sets.within(other.getKey(), set)) {
                requirePass(other.getKey(), set);
                throw new RevisedException();
            }
        }
        if (revised) {
            throw new RevisedException();
        }
    }

    private void requirePass(BitSet smaller, BitSet larger) {
        if (ask(larger) != Verdict.PASS) {
            throw new ClashException(smaller, larger);
        }
    }

    private Verdict ask(BitSet set) {
        progress.running(suspectsLeft, log.size(), log.size() + Math.max(1, runsToCome));
        BitSet kept = (BitSet) set.clone();
        Instant begin = clock.instant();
        Verdict verdict = Verdict.FAIL;
        int tried = 0;
        while (verdict != Verdict.PASS && tried < attempts) {
            tried++;
            verdict = oracle.apply(kept);
        }
        log.add(new Trial(kept, linked, verdict, tried, Duration.between(begin, clock.instant())));
        seen.put(kept, verdict);
        return verdict;
    }
}
