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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleTest {
    private static final Duration SOON = Member.PAUSES.get(0);
    private static final Duration SELDOM = Member.PAUSES.get(Member.PAUSES.size() - 1);

    @TempDir
    Path folder;

    private final Published services = new Published();
    private final List<String> journal = new ArrayList<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final LogHub logs = new LogHub(Clock.systemUTC(), new PrintStream(stderr, true, StandardCharsets.UTF_8));
    private final Set<String> broken = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
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
        logs.openToStderr();
        lifecycle = new Lifecycle(
                StateStore.open(folder),
                new EventBus((event, failure) -> journal.add("listener failed")),
                services,
                logs.log("test"),
                nanos::get);
    }

    @Test
    void anActivityThatFailsIsAProblemAndDoesNotStopTheOthers() throws IOException {
        broken.add("bad");
        lifecycle.join("bad", activity("bad"));
        lifecycle.join("good", activity("good"));

        lifecycle.want(true);
        lifecycle.settle(netmap);

        assertThat(lifecycle.state()).isEqualTo(NodeState.RUNNING);
        assertThat(journal).containsExactly("bad up", "good up");
        assertThat(problems).containsExactly(Map.entry("bad", "bad does not work"));
    }

    @Test
    void anActivityThatFailedIsTakenDownAllTheSame() throws IOException {
        broken.add("bad");
        lifecycle.join("bad", activity("bad"));
        lifecycle.want(true);
        lifecycle.settle(netmap);

        lifecycle.stop();

        assertThat(journal).containsExactly("bad up", "bad down");
    }

    @Test
    void whatFailedIsTriedAgainSoonAndThenSeldomUntilItWorks() throws IOException {
        broken.add("bad");
        lifecycle.join("bad", activity("bad"));
        lifecycle.join("good", activity("good"));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        assertThat(happened()).containsExactly("bad up", "good up");

        for (int millis : List.of(500, 1_000, 2_000, 5_000, 5_000)) {
            pass(Duration.ofMillis(millis - 1));
            assertThat(happened()).as("before %s ms", millis).isEmpty();
            pass(Duration.ofMillis(1));
            assertThat(happened()).as("after %s ms", millis).containsExactly("bad up");
        }
        assertThat(problems).containsOnlyKeys("bad");

        broken.clear();
        pass(SELDOM);
        assertThat(happened()).containsExactly("bad up");
        assertThat(problems).isEmpty();
        pass(SELDOM.multipliedBy(3));
        assertThat(happened()).as("nothing is wrong any more").isEmpty();
        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .as("told once, and once that it is over")
                .containsOnlyOnce("bad does not work")
                .containsOnlyOnce("bad works again");
    }

    @Test
    void whatFailsAnewIsTriedAgainSoonAnew() throws IOException {
        lifecycle.join("bad", activity("bad"));
        broken.add("bad");
        lifecycle.want(true);
        lifecycle.settle(netmap);
        for (int i = 0; i < 5; i++) {
            pass(SELDOM);
        }
        happened();

        lifecycle.refresh(netmap.orElseThrow());
        pass(SOON);
        assertThat(happened()).as("with a netmap").containsExactly("bad up", "bad up");
        broken.clear();
        pass(SELDOM);
        broken.add("bad");
        lifecycle.refresh(netmap.orElseThrow());
        happened();
        pass(SOON);
        assertThat(happened()).as("after it has worked").containsExactly("bad refresh");
    }

    @Test
    void anErrorIsAFailureOfItsFeatureAloneAsWell() throws IOException {
        lifecycle.join("bad", new Activity() {
            @Override
            public void up(Netmap now) {
                throw new UnsatisfiedLinkError("no file for this platform");
            }

            @Override
            public void down() {
                throw new NoClassDefFoundError("gone");
            }
        });
        lifecycle.join("good", activity("good"));
        lifecycle.want(true);
        lifecycle.settle(netmap);

        assertThat(lifecycle.state()).isEqualTo(NodeState.RUNNING);
        assertThat(happened()).containsExactly("good up");
        assertThat(problems).containsExactly(Map.entry("bad", "no file for this platform"));
        assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("bad failed", "no file for this platform");
        lifecycle.stop();
        assertThat(lifecycle.state()).isEqualTo(NodeState.STOPPED);
        assertThat(happened()).containsExactly("good down");
    }

    @Test
    void whatSomebodyElseHasUndoneIsDoneAgainAtTheNextLook() throws IOException {
        lifecycle.join("bad", activity("bad"));
        lifecycle.join("good", activity("good"));
        undone.add("bad");
        lifecycle.settle(netmap);
        assertThat(happened()).as("nobody is asked while the node is down").isEmpty();
        lifecycle.want(true);
        lifecycle.settle(netmap);
        assertThat(happened()).containsExactly("bad up", "good up");

        lifecycle.settle(netmap);
        assertThat(happened()).containsExactly("bad refresh");
        undone.clear();
        lifecycle.settle(netmap);
        assertThat(happened()).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtIsAProblemAndNobodyIsAskedWhileItLasts() throws IOException {
        AtomicLong looks = new AtomicLong();
        lifecycle.join("blind", new Activity() {
            @Override
            public void up(Netmap now) {}

            @Override
            public boolean holds() throws IOException {
                looks.incrementAndGet();
                throw new IOException("cannot be read");
            }

            @Override
            public void down() {}
        });
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);

        assertThat(looks).hasValue(1);
        assertThat(problems).containsExactly(Map.entry("blind", "cannot be read"));
    }

    @Test
    void whatCouldNotComeUpIsNotToldOfNetmapsButComesUp() throws IOException {
        broken.add("bad");
        lifecycle.join("bad", activity("bad"));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.refresh(netmap.orElseThrow());
        assertThat(happened()).containsExactly("bad up", "bad up");
        assertThat(problems).containsOnlyKeys("bad");

        broken.clear();
        lifecycle.refresh(netmap.orElseThrow());
        lifecycle.refresh(netmap.orElseThrow());
        assertThat(happened()).containsExactly("bad up", "bad refresh");
        assertThat(problems).isEmpty();
    }

    @Test
    void aNetmapThatWasNotTakenIsToldAgain() throws IOException {
        lifecycle.join("bad", activity("bad"));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        broken.add("bad");
        lifecycle.refresh(netmap.orElseThrow());
        assertThat(happened()).containsExactly("bad up", "bad refresh");

        broken.clear();
        pass(SELDOM);
        assertThat(happened()).containsExactly("bad refresh");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatFailedIsNotTriedAgainOnceTheNodeStops() throws IOException {
        broken.add("bad");
        lifecycle.join("bad", activity("bad"));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.want(false);
        lifecycle.settle(netmap);
        assertThat(happened()).containsExactly("bad up", "bad down");

        pass(SELDOM);
        assertThat(happened()).isEmpty();
        lifecycle.want(true);
        lifecycle.settle(netmap);
        assertThat(happened()).as("and comes up as if nothing had been").containsExactly("bad up");
    }

    @Test
    void whatNoLongerHoldsIsDoneAgainAtOnceAndOnlyWhileTheNodeRuns() throws IOException {
        Member member = lifecycle.join("bad", activity("bad"));
        lifecycle.again(member, netmap);
        assertThat(happened()).isEmpty();
        lifecycle.want(true);
        lifecycle.settle(netmap);
        broken.add("bad");
        lifecycle.again(member, netmap);
        assertThat(happened()).containsExactly("bad up", "bad refresh");
        assertThat(problems).containsOnlyKeys("bad");
        pass(SELDOM);
        assertThat(happened()).as("tried again as any other").containsExactly("bad refresh");
    }

    @Test
    void aNewNetmapReachesActivitiesOnlyWhileTheNodeRuns() throws IOException {
        lifecycle.join("good", activity("good"));
        lifecycle.refresh(netmap.orElseThrow());
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.refresh(netmap.orElseThrow());

        assertThat(journal).containsExactly("good up", "good refresh");
    }

    @Test
    void settlingTwiceDoesNothingTheSecondTime() throws IOException {
        lifecycle.join("good", activity("good"));
        lifecycle.want(true);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);
        lifecycle.want(false);
        lifecycle.settle(netmap);
        lifecycle.settle(netmap);

        assertThat(journal).containsExactly("good up", "good down");
        assertThat(lifecycle.state()).isEqualTo(NodeState.STOPPED);
    }

    private Activity activity(String name) {
        return new Activity() {
            @Override
            public void up(Netmap now) throws IOException {
                act("up");
            }

            @Override
            public void refresh(Netmap now) throws IOException {
                act("refresh");
            }

            @Override
            public boolean holds() {
                return !undone.contains(name);
            }

            @Override
            public void down() throws IOException {
                act("down");
            }

            private void act(String what) throws IOException {
                journal.add(name + " " + what);
                if (broken.contains(name)) {
                    throw new IOException(name + " does not work");
                }
            }
        };
    }

    private List<String> happened() {
        List<String> happened = List.copyOf(journal);
        journal.clear();
        return happened;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        lifecycle.settle(netmap);
    }
}
