package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.BisectionResult.Healed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What bisecting takes, over many simulations of one shape.
 *
 * @param exact how many of a hundred were answered exactly: the culprits, no others, no conflict
 * @param runs how many sets were run, image and superset included, on average
 * @param attempts how often the check was run, on average
 */
record SimulatedRuns(double exact, double runs, double attempts) {
    /** How much more than finding is done. */
    enum Depth {
        /** Found, and proved by what follows from the runs. */
        FOUND(1, Proof.FOLLOWS),
        /** And whether anything may stand in for a culprit. */
        OTHERS(8, Proof.FOLLOWS),
        /** And run without each culprit. */
        SEEN(8, Proof.SEEN);

        private final int answers;
        private final Proof proof;

        Depth(int answers, Proof proof) {
            this.answers = answers;
            this.proof = proof;
        }
    }

    /** Candidates, culprits, and how many others each requires on average. */
    record Shape(int candidates, int culprits, double requirements) {
        Simulation simulation(long seed, double badLuck) {
            return new Simulation(seed, candidates, requirements, culprits, badLuck);
        }

        /** Bits that tell which of all sets of so many it is: no way needs fewer runs on average. */
        double bits() {
            double bits = 0;
            for (int i = 0; i < culprits; i++) {
                bits += Math.log((double) (candidates - i) / (i + 1)) / Math.log(2);
            }
            return bits;
        }
    }

    static SimulatedRuns of(Shape shape, Depth depth, double badLuck, long seed, int seeds) {
        double exact = 0;
        double runs = 0;
        double attempts = 0;
        for (int i = 0; i < seeds; i++) {
            Simulation simulation = shape.simulation(seed + i, badLuck);
            BisectionResult<Integer> result = Bisector.bisect(BisectionRequest.of(simulation.candidates(), simulation)
                    .attempts(badLuck > 0 ? 3 : 1)
                    .answers(depth.answers)
                    .proof(depth.proof));
            exact += isExact(result, simulation) ? 1 : 0;
            runs += result.runs().count();
            attempts += simulation.runs();
        }
        return new SimulatedRuns(100 * exact / seeds, runs / seeds, attempts / seeds);
    }

    private static boolean isExact(BisectionResult<Integer> result, Simulation simulation) {
        return result instanceof Healed<Integer> healed
                && new HashSet<>(healed.answer().culprits()).equals(simulation.culprits())
                && healed.others().isEmpty()
                && healed.conflict().isEmpty();
    }

    /** Delta debugging alone; no set twice. */
    static SimulatedRuns ofDdmin(Shape shape, long seed, int seeds) {
        return ofOther(
                shape,
                seed,
                seeds,
                (lattice, trials) -> Ddmin.smallest(
                        lattice.everything().stream().boxed().toList(), part -> trials.passes(lattice.closure(part))));
    }

    /** Leaving out one after the other; no set twice. */
    static SimulatedRuns ofOneByOne(Shape shape, long seed, int seeds) {
        return ofOther(shape, seed, seeds, (lattice, trials) -> {
            BitSet left = new OneByOne(lattice, trials).smallest(lattice.everything());
            return Arrays.stream(lattice.asked(left)).boxed().toList();
        });
    }

    private static SimulatedRuns ofOther(
            Shape shape, long seed, int seeds, BiFunction<Lattice<Integer>, Trials, List<Integer>> search) {
        double exact = 0;
        double runs = 0;
        for (int i = 0; i < seeds; i++) {
            Simulation simulation = shape.simulation(seed + i, 0);
            Lattice<Integer> lattice = new Lattice<>(simulation.candidates());
            BitSet needed = lattice.closureOf(simulation.culprits());
            List<Trial> log = new ArrayList<>();
            Trials trials = new Trials(
                    set -> Sets.within(needed, set) ? Verdict.PASS : Verdict.FAIL,
                    false,
                    1,
                    log,
                    (suspects, done, expected) -> {},
                    Clock.systemUTC());
            trials.assumeNothing();
            trials.run(new BitSet());
            trials.run(lattice.everything());
            List<Integer> named =
                    search.apply(lattice, trials).stream().map(lattice::name).toList();
            exact += new HashSet<>(named).equals(simulation.culprits()) ? 1 : 0;
            runs += log.size();
        }
        return new SimulatedRuns(100 * exact / seeds, runs / seeds, runs / seeds);
    }
}
