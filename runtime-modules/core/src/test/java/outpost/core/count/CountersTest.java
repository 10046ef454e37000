package outpost.core.count;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class CountersTest {
    private enum Fate {
        SERVED,
        TOO_MANY
    }

    @Test
    void whatIsCountedIsReadByFeatureAndNameWheneverSomebodyAsks() {
        Counters counters = new Counters();
        Tally<Fate> tally = new Tally<>(Fate.class);
        counters.add("dns", tally::read);
        assertThat(counters.read())
                .isEqualTo(new TreeMap<>(Map.of("dns", new TreeMap<>(Map.of("served", 0L, "too-many", 0L)))));
        tally.count(Fate.TOO_MANY);
        tally.count(Fate.TOO_MANY);
        assertThat(counters.read().get("dns")).containsEntry("too-many", 2L).containsEntry("served", 0L);
    }

    @Test
    void severalSourcesOfOneFeatureAreAddedUp() {
        Counters counters = new Counters();
        counters.add("peerapiserver", () -> Map.of("served", 2L));
        counters.add("peerapiserver", () -> Map.of("served", 3L, "refused", 1L));
        counters.add("c2n", () -> Map.of("served", 7L));
        assertThat(counters.read().keySet()).containsExactly("c2n", "peerapiserver");
        assertThat(counters.read().get("peerapiserver")).isEqualTo(new TreeMap<>(Map.of("served", 5L, "refused", 1L)));
    }

    @Test
    void whatSeveralThreadsCountIsAllThere() throws Exception {
        Tally<Fate> tally = new Tally<>(Fate.class);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int n = 0; n < 10_000; n++) {
                    tally.count(Fate.SERVED);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(tally.of(Fate.SERVED)).isEqualTo(40_000);
    }
}
