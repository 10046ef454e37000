package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KeptTest {
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    private static final Kept FORGOTTEN = kept("forgotten", Duration.ofDays(31));
    private static final Kept OLD = kept("old", Duration.ofDays(29));
    private static final Kept NEWER = kept("newer", Duration.ofDays(2));
    private static final Kept IN_HANDS = kept("in hands", Duration.ofHours(23));

    private static final List<Kept> ALL = List.of(IN_HANDS, OLD, FORGOTTEN, NEWER);

    @Test
    void whatNobodyHasUsedForAMonthGoesHoweverMuchRoomThereIs() {
        assertThat(Kept.tooMuch(ALL, Long.MAX_VALUE, NOW)).containsExactly(FORGOTTEN);
    }

    @Test
    void whereThereIsTooLittleRoomTheLongestUnusedGoFirst() {
        assertThat(Kept.tooMuch(ALL, 30, NOW)).containsExactly(FORGOTTEN);
        assertThat(Kept.tooMuch(ALL, 29, NOW)).containsExactly(FORGOTTEN, OLD);
        assertThat(Kept.tooMuch(ALL, 10, NOW)).containsExactly(FORGOTTEN, OLD, NEWER);
    }

    @Test
    void whatWasUsedWithinADayStays() {
        assertThat(Kept.tooMuch(ALL, 0, NOW)).containsExactly(FORGOTTEN, OLD, NEWER);
    }

    private static Kept kept(String name, Duration ago) {
        return new Kept(Path.of(name), 10, NOW.minus(ago));
    }
}
