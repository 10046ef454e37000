package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.SimulatedRuns.Depth;
import io.whittle.assembler.bisect.SimulatedRuns.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Random graphs with hidden needs: the answer is exact, and takes no more runs than is promised. All of it: BisectionBenchmark. */
@Tag("exhaustive")
class SimulationTest {
    private final long seed = System.nanoTime();

    SimulationTest() {
        System.out.println("SimulationTest seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({"50, 2, 0, 13", "50, 2, 1, 13", "200, 3, 0, 26", "200, 3, 1, 26", "1000, 10, 0, 102", "1000, 10, 1, 102"
    })
    void findsExactlyTheCulpritsInFewRuns(int candidates, int culprits, double requirements, double target) {
        Shape shape = new Shape(candidates, culprits, requirements);
        int seeds = 20_000 / candidates;
        SimulatedRuns found = SimulatedRuns.of(shape, Depth.FOUND, 0, seed, seeds);
        SimulatedRuns others = SimulatedRuns.of(shape, Depth.OTHERS, 0, seed, seeds);

        assertThat(found.exact()).as("seed %d", seed).isEqualTo(100);
        assertThat(found.runs()).as("seed %d", seed).isLessThan(1.2 * target);
        assertThat(found.attempts()).as("seed %d", seed).isEqualTo(found.runs());
        assertThat(others.exact()).as("seed %d", seed).isEqualTo(100);
        assertThat(others.runs()).as("seed %d", seed).isLessThan(found.runs() + 0.6 * culprits);
    }

    @ParameterizedTest
    @CsvSource({"50, 2, 1", "200, 3, 0", "1000, 10, 1"})
    void aCheckThatFailsNowAndThenIsBisectedExactly(int candidates, int culprits, double requirements) {
        Shape shape = new Shape(candidates, culprits, requirements);
        int seeds = 20_000 / candidates;
        SimulatedRuns found = SimulatedRuns.of(shape, Depth.SEEN, 0.05, seed, seeds);

        // One in a hundred may be wrong; with so few seeds that may be two more by chance, and hardly ever is.
        assertThat(found.exact()).as("seed %d", seed).isGreaterThanOrEqualTo(99 - 200.0 / seeds);
    }
}
