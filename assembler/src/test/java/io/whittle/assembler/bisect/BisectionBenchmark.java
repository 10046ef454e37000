package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.BisectionResult.Healed;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Locale;

/** How many runs bisecting takes on random graphs, and how often it is right. See docs/benchmarks.md. */
class BisectionBenchmark {
    @Test
    void printsRuns() {
        int seeds = Integer.getInteger("seeds", 1000);
        long seed = Long.getLong("seed", 1);
        for (double luck : new double[] {0, 0.05}) {
            for (double requirements : new double[] {0, 1}) {
                row(seed, seeds, 50, 2, requirements, luck, 13);
                row(seed, seeds, 200, 3, requirements, luck, 26);
                row(seed, seeds, 1000, 10, requirements, luck, 102);
            }
        }
    }

    private void row(long seed, int seeds, int n, int k, double requirements, double luck, double target) {
        StringBuilder b = new StringBuilder(String.format(
                Locale.ROOT, "n %d k %d req %.1f luck %.2f target %.0f ", n, k, requirements, luck, target));
        for (int mode = 0; mode < 3; mode++) {
            int exact = 0;
            long runs = 0, attempts = 0;
            for (int i = 0; i < seeds; i++) {
                Simulation s = new Simulation(seed + i, n, requirements, k, luck);
                var req = BisectionRequest.of(s.candidates(), s)
                        .attempts(luck > 0 ? 3 : 1)
                        .answers(mode == 0 ? 1 : 8)
                        .proof(mode == 2 ? Proof.SEEN : Proof.FOLLOWS);
                BisectionResult<Integer> r = Bisector.bisect(req);
                runs += r.runs().count();
                attempts += s.runs();
                if (r instanceof Healed<Integer> h
                        && new HashSet<>(h.answer().culprits()).equals(s.culprits())
                        && h.others().isEmpty()
                        && h.conflict().isEmpty()) exact++;
            }
            b.append(String.format(
                    Locale.ROOT,
                    "| exact %.1f runs %.2f (%.2f) att %.1f",
                    100.0 * exact / seeds,
                    (double) runs / seeds,
                    runs / target / seeds,
                    (double) attempts / seeds));
        }
        System.out.println(b);
    }
}
