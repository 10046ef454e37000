package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.SimulatedRuns.Depth;
import io.whittle.assembler.bisect.SimulatedRuns.Shape;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;

/**
 * How many runs bisecting takes on random graphs, beside delta debugging and leaving out one by one, and how often it is right. Prints a
 * table, and asserts nothing. See docs/benchmarks.md.
 */
class BisectionBenchmark {
    private static final Map<Integer, Double> TARGETS = Map.of(50, 13.0, 200, 26.0, 1000, 102.0);

    private final int seeds = Integer.getInteger("seeds", 1000);
    private final long seed = Long.getLong("seed", 1);

    /** Runs only when it is named: no pattern of the build matches this class. */
    @Test
    void printsRuns() {
        System.out.printf("Java %s, %d seeds from %d%n", System.getProperty("java.version"), seeds, seed);
        for (double requirements : new double[] {0, 1}) {
            Shape small = new Shape(50, 2, requirements);
            Shape middle = new Shape(200, 3, requirements);
            Shape large = new Shape(1000, 10, requirements);
            for (Shape shape : new Shape[] {small, middle, large}) {
                System.out.printf(
                        Locale.ROOT,
                        "n %d, k %d, %.0f required: %.1f bits, target %.0f%n",
                        shape.candidates(),
                        shape.culprits(),
                        shape.requirements(),
                        shape.bits(),
                        TARGETS.get(shape.candidates()));
                print("ddmin", shape, 0, SimulatedRuns.ofDdmin(shape, seed, seeds));
                print("1 by 1", shape, 0, SimulatedRuns.ofOneByOne(shape, seed, seeds));
                print(shape, 0);
                print(shape, 0.05);
            }
        }
    }

    private void print(Shape shape, double badLuck) {
        for (Depth depth : Depth.values()) {
            print(depth.toString(), shape, badLuck, SimulatedRuns.of(shape, depth, badLuck, seed, seeds));
        }
    }

    private static void print(String what, Shape shape, double badLuck, SimulatedRuns runs) {
        System.out.printf(
                Locale.ROOT,
                "    flaky %2.0f %%  %-6s  exact %5.1f %%  runs %7.2f  %5.2f of the target  attempts %7.1f%n",
                100 * badLuck,
                what,
                runs.exact(),
                runs.runs(),
                runs.runs() / TARGETS.get(shape.candidates()),
                runs.attempts());
    }
}
