package outpost.ipnbus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class WatcherTest {
    private final Watcher watcher = new Watcher();

    @Test
    void aListenerThatIsTooSlowIsToldSoAndGetsNoStreamWithGaps() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            watcher.offer(Map.of("n", i));
        }

        assertThat(rest()).singleElement().asString().contains("ended", "were not read in time");
    }

    @Test
    void aListenerThatKeepsUpMissesNothing() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            watcher.offer(Map.of("n", i));
            lines.add(watcher.next(0).orElseThrow());
        }

        assertThat(lines).hasSize(1_000).endsWith("{\"n\":999}");
    }

    @Test
    void theFirstLineComesBeforeChangesThatCameWhileItWasMade() throws InterruptedException {
        watcher.offer(Map.of("n", 2));
        watcher.begin(Map.of("n", 1));
        watcher.end("done");
        watcher.offer(Map.of("n", 3));

        assertThat(rest()).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"ended\":\"done\"}");
    }

    @Test
    void whenNothingHappensAnEmptyLineShowsLife() throws InterruptedException {
        assertThat(watcher.next(5)).contains("");
    }

    private List<String> rest() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = watcher.next(10); line.isPresent(); line = watcher.next(10)) {
            lines.add(line.get());
        }
        return lines;
    }
}
