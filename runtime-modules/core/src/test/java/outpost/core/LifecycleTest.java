package outpost.core;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.event.EventBus;
import outpost.core.log.LogHub;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapReader;
import outpost.core.service.Health;
import outpost.core.service.Problem;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleTest {
    @TempDir
    Path folder;

    private final Published services = new Published();
    private final List<String> journal = new ArrayList<>();
    private final Map<String, String> problems = new TreeMap<>();
    private Lifecycle lifecycle;
    private Optional<Netmap> netmap;

    @BeforeEach
    void prepare() throws IOException {
        netmap = Optional.of(NetmapReader.read("""
                {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}}
                """.getBytes(StandardCharsets.UTF_8)));
        services.publish(Health.class, new Health() {
            @Override
            public void report(String key, String text) {
                problems.put(key, text);
            }

            @Override
            public void clear(String key) {
                problems.remove(key);
            }

            @Override
            public List<Problem> problems() {
                return List.of();
            }
        });
        lifecycle = new Lifecycle(
                StateStore.open(folder),
                new EventBus((event, failure) -> journal.add("listener failed")),
                services,
                new LogHub(Clock.systemUTC(), System.err).log("test"));
    }

    @Test
    void anActivityThatFailsIsAProblemAndDoesNotStopTheOthers() throws IOException {
        lifecycle.join("bad", activity("bad", true));
        lifecycle.join("good", activity("good", false));

        lifecycle.want(true);
        lifecycle.settle(netmap);

        assertThat(lifecycle.state()).isEqualTo(NodeState.RUNNING);
        assertThat(journal).containsExactly("bad up", "good up");
        assertThat(problems).containsExactly(Map.entry("bad", "bad does not work"));
    }

    @Test
    void anActivityThatFailedIsTakenDownAllTheSame() throws IOException {
        lifecycle.join("bad", activity("bad", true));
        lifecycle.want(true);
        lifecycle.settle(netmap);

        lifecycle.stop();

        assertThat(journal).containsExactly("bad up", "bad down");
    }

    @Test
    void aNewNetmapReachesActivitiesOnlyWhileTheNodeRuns() throws IOException {
        lifecycle.join("good", activity("good", false));
        lifecycle.refresh(netmap.orElseThrow());
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.refresh(netmap.orElseThrow());

        assertThat(journal).containsExactly("good up", "good refresh");
    }

    @Test
    void settlingTwiceDoesNothingTheSecondTime() throws IOException {
        lifecycle.join("good", activity("good", false));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);
        lifecycle.want(false);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);

        assertThat(journal).containsExactly("good up", "good down");
        assertThat(lifecycle.state()).isEqualTo(NodeState.STOPPED);
    }

    private Activity activity(String name, boolean fails) {
        return new Activity() {
            @Override
            public void up(Netmap now) throws IOException {
                journal.add(name + " up");
                if (fails) {
                    throw new IOException(name + " does not work");
                }
            }

            @Override
            public void refresh(Netmap now) {
                journal.add(name + " refresh");
            }

            @Override
            public void down() {
                journal.add(name + " down");
            }
        };
    }
}
