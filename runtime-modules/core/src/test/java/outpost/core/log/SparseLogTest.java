package outpost.core.log;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SparseLogTest {
    private final List<String> lines = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;

    @Test
    void aFloodIsOneLineAMinuteAndTheNextLineCountsTheRest() {
        SparseLog log = log();
        for (int i = 0; i < 24_000; i++) {
            log.error("full", "refused");
        }
        assertThat(lines).containsExactly("test: refused");

        pass(Duration.ofMinutes(1).minusNanos(1));
        log.error("full", "refused");
        assertThat(lines).hasSize(1);

        pass(Duration.ofNanos(1));
        log.error("full", "refused");
        pass(Duration.ofMinutes(1));
        log.error("full", "refused");
        assertThat(lines.subList(1, 3))
                .containsExactly("test: refused (and 24000 more times since this was last said)", "test: refused");
    }

    @Test
    void oneKindDoesNotSilenceAnother() {
        SparseLog log = log();
        log.error("bob", "bob refused");
        log.error("eve", "eve refused");
        log.v1("gone", "left");
        log.v1("gone", "left");

        assertThat(lines).containsExactly("test: bob refused", "test: eve refused", "[v1] test: left");
    }

    private SparseLog log() {
        LogHub hub = new LogHub(Clock.systemUTC(), System.err);
        hub.open(line -> lines.add(
                line.level().prefix() + line.text().replace(line.level().prefix(), "")));
        return new SparseLog(hub.log("test"), () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
