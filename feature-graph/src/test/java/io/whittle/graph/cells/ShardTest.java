package io.whittle.graph.cells;

import io.whittle.graph.cells.Content.Basis;
import io.whittle.graph.resolve.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Parts of a matrix, against every way to deal it. */
class ShardTest {
    @Test
    void partsHaveEachCellOnceAndAreNearlyEqual() throws Exception {
        Random random = new Random(7);
        for (int trial = 0; trial < 150; trial++) {
            List<Cell> cells = cells(random, random.nextInt(9));
            int parts = 1 + random.nextInt(4);
            List<Cell> all = new ArrayList<>();
            long heaviest = 0;
            for (int number = 1; number <= parts; number++) {
                List<Cell> part = new Shard(number, parts).of(cells);
                assertThat(part).isEqualTo(cells.stream().filter(part::contains).toList());
                all.addAll(part);
                heaviest = Math.max(heaviest, cost(part));
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(cells);
            long best = best(cells, 0, new long[parts]);
            // Graham, "Bounds on Multiprocessing Timing Anomalies" (1969), for longest first.
            assertThat(3L * parts * heaviest).isLessThanOrEqualTo((4L * parts - 1) * best);
        }
    }

    @Test
    void theOrderOfCellsDecidesNothing() throws Exception {
        List<Cell> cells = cells(new Random(3), 40);
        List<Cell> shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, new Random(4));
        for (int number = 1; number <= 5; number++) {
            assertThat(new Shard(number, 5).of(shuffled))
                    .containsExactlyInAnyOrderElementsOf(new Shard(number, 5).of(cells));
        }
    }

    @Test
    void morePartsThanCellsLeaveSomeEmpty() throws Exception {
        List<Cell> cells = cells(new Random(1), 2);

        assertThat(new Shard(3, 3).of(cells)).isEmpty();
        assertThat(new Shard(1, 1).of(cells)).isEqualTo(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/3", "4/3", "-1/3", "1/0", "1 / 3", "1/3/5", "a/b", "9999999/9999999"})
    void whatIsNoPartIsNone(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }

    @Test
    void aPartIsReadAsItIsSpelt() {
        assertThat(Shard.parse("2/5")).contains(new Shard(2, 5));
        assertThat(new Shard(2, 5)).hasToString("2/5");
        assertThatThrownBy(() -> new Shard(6, 5)).hasMessage("there is no part 6 of 5");
    }

    private static List<Cell> cells(Random random, int count) throws Exception {
        Resolution any = Cells.of("schema: 1\nprofiles: {p: {include: []}}", Set.of(RowKind.PROFILES), "linux/amd64")
                .cells()
                .get(0)
                .rows()
                .get(0)
                .resolution();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Content content = new Content("content " + i, Basis.RESOLUTION, 1 + random.nextInt(20));
            cells.add(new Cell(content, List.of(new Row(RowKind.PROFILES, any))));
        }
        return cells;
    }

    private static long cost(List<Cell> cells) {
        return cells.stream().mapToLong(cell -> cell.content().cost()).sum();
    }

    /** The load of the heaviest part in the best of all ways to deal. */
    private static long best(List<Cell> cells, int next, long[] load) {
        if (next == cells.size()) {
            long heaviest = 0;
            for (long each : load) {
                heaviest = Math.max(heaviest, each);
            }
            return heaviest;
        }
        long best = Long.MAX_VALUE;
        for (int part = 0; part < load.length; part++) {
            load[part] += cells.get(next).content().cost();
            best = Math.min(best, best(cells, next + 1, load));
            load[part] -= cells.get(next).content().cost();
        }
        return best;
    }
}
