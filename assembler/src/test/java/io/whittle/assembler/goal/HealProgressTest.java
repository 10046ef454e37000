package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealProgressTest {
    @Test
    void aGuessThatGoesUpIsToldWithItsReason() {
        Said said = new Said();
        HealProgress progress = new HealProgress(said);

        progress.begins("linking");
        progress.running(48, 0, 2);
        progress.running(4, 2, 6);
        progress.running(48, 3, 51);
        progress.begins("linking again");
        progress.running(60, 4, 70);

        assertThat(said.lines)
                .containsExactly(
                        "linking",
                        "  run 1 of about 2, 48 suspects left",
                        "  run 3 of about 6, 4 suspects left",
                        "  it is not among the first suspects alone: now all that may be missing is searched",
                        "  run 4 of about 51, 48 suspects left",
                        "linking again",
                        "  run 5 of about 70, 60 suspects left");
    }
}
