package io.whittle.assembler.goal;

import io.whittle.assembler.probe.Probe.Limit;
import org.junit.jupiter.api.Test;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What ends a probe, and what is said of the time it takes. */
class ProbeBudgetTest {
    private long nanos = TimeUnit.DAYS.toNanos(3);

    @Test
    void rowsEndIt() {
        ProbeBudget budget = new ProbeBudget(OptionalInt.of(2), OptionalInt.empty(), () -> nanos);
        budget.count();
        nanos += TimeUnit.DAYS.toNanos(1);
        assertThat(budget.ended()).isEmpty();

        budget.count();
        assertThat(budget.ended()).contains(Limit.ROWS);
    }

    @Test
    void minutesEndIt() {
        ProbeBudget budget = new ProbeBudget(OptionalInt.empty(), OptionalInt.of(2), () -> nanos);
        budget.count();
        nanos += TimeUnit.SECONDS.toNanos(119);
        assertThat(budget.ended()).isEmpty();

        nanos += TimeUnit.SECONDS.toNanos(1);
        assertThat(budget.ended()).contains(Limit.MINUTES);
    }

    @Test
    void theTimeLeftIsThatOfTheRowsAndTheSupersetBefore() {
        ProbeBudget budget = new ProbeBudget(OptionalInt.empty(), OptionalInt.empty(), () -> nanos);
        assertThat(budget.left(3)).isEmpty();

        nanos += TimeUnit.SECONDS.toNanos(20);
        budget.count();
        assertThat(budget.left(3)).isEqualTo(", about 30 s left");
        assertThat(budget.left(13)).isEqualTo(", about 3 min left");
        assertThat(budget.left(0)).isEmpty();
    }

    @Test
    void aLongSearchForRowsIsToldNowAndThen() {
        Said said = new Said();
        RowSearchProgress search = new RowSearchProgress(said, () -> nanos);
        for (int second = 1; second <= 11; second++) {
            nanos += TimeUnit.SECONDS.toNanos(1);
            search.at(second, 20, 1);
        }

        assertThat(said.lines)
                .containsExactly("looking for rows: 5 of 20 pairs, 1 rows", "looking for rows: 10 of 20 pairs, 1 rows");
    }
}
