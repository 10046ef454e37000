package outpost.core;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.log.LogSink;
import outpost.core.netmap.Netmap;
import outpost.core.service.Health;
import outpost.core.service.Problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class RunningNodeTest {
    private static final String NETMAP = """
            {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}, "peers": []}
            """;

    @TempDir
    Path folder;

    private NodeConfig config;
    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @BeforeEach
    void configure() {
        config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
    }

    @Test
    void everyFeaturePublishesBeforeAnyStartsAndAllAreClosedInReverse() throws Exception {
        List<Feature> features = new ArrayList<>(Stream.of("dns", "netstack", "tun")
                .map(name -> new NamedFeature(name, journal))
                .toList());
        Collections.shuffle(features, new Random(1));

        start(features).close();

        assertThat(journal)
                .containsExactly(
                        "publish dns",
                        "publish netstack",
                        "publish tun",
                        "start dns",
                        "start netstack",
                        "start tun",
                        "close tun",
                        "close netstack",
                        "close dns");
    }

    @Test
    void aFeatureComesAfterThoseItNamesAndNamesOfMissingOnesDoNotMatter() throws Exception {
        List<Feature> ordered = Features.ordered(List.of(
                new NamedFeature("c", journal),
                new NamedFeature("a", journal, "b", "missing"),
                new NamedFeature("b", journal)));

        assertThat(ordered).extracting(Feature::name).containsExactly("b", "a", "c");
    }

    @Test
    void twoFeaturesOfOneNameAreRefused() {
        assertThatThrownBy(() -> start(List.of(new NamedFeature("a", journal), new NamedFeature("a", journal))))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("feature a is there twice");
    }

    @Test
    void featuresThatComeAfterEachOtherAreRefused() {
        assertThatThrownBy(
                        () -> start(List.of(new NamedFeature("a", journal, "b"), new NamedFeature("b", journal, "a"))))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("among a, b each comes after another");
    }

    @Test
    void aFeatureThatCannotStartClosesTheOnesThatHadAndIsNamed() {
        Feature broken = new NamedFeature("b", journal) {
            @Override
            public void start(Node node) throws IOException {
                throw new IOException("no such device");
            }
        };

        assertThatThrownBy(() -> start(List.of(new NamedFeature("a", journal), broken, new NamedFeature("c", journal))))
                .isInstanceOf(FeatureException.class)
                .hasMessage("feature b could not start: no such device");
        assertThat(journal).endsWith("start a", "close c", "close b", "close a");
    }

    @Test
    void twoFeaturesThatOfferOneServiceAreRefused() {
        List<Feature> twins = List.of(new Sink("x"), new Sink("y"));

        assertThatThrownBy(() -> start(twins))
                .hasMessageContaining("LogSink is offered by")
                .hasMessageContaining("an image takes one");
    }

    @Test
    void theSinkGetsLinesFromBeforeItWasPublishedAndIsClosedLast() throws Exception {
        Feature early = new NamedFeature("a", journal) {
            @Override
            public void publish(Node node) {
                log(node).v1("early");
            }

            @Override
            public void close() {
                journal.add("close a");
            }
        };
        Sink sink = new Sink("z");

        start(List.of(sink, early)).close();

        assertThat(journal).contains("[v1] a: early").endsWith("close a", "close z");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).doesNotContain("early");
    }

    @Test
    void withoutASinkEveryLineGoesToStderr() throws Exception {
        try (RunningNode running = start(List.of())) {
            running.node().log("a").v2("noise");
        }

        assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("[v2] a: noise");
    }

    @Test
    void upWaitsForANetmapThenRunsAndDownUndoesInReverse() throws Exception {
        BlockingQueue<NodeState> states = new LinkedBlockingQueue<>();
        Feature first = new Runs("first");
        Feature second = new Runs("second");
        try (RunningNode running = start(List.of(second, first))) {
            running.node().events().subscribe(StateChanged.class, change -> {
                if (change.before() != change.now()) {
                    states.add(change.now());
                }
            });

            running.node().up();
            assertThat(next(states)).isEqualTo(NodeState.STARTING);
            Files.writeString(config.netmap(), NETMAP);
            assertThat(next(states)).isEqualTo(NodeState.RUNNING);
            running.node().down();
            assertThat(next(states)).isEqualTo(NodeState.STOPPING);
            assertThat(next(states)).isEqualTo(NodeState.STOPPED);
        }

        assertThat(journal).containsExactly("up first", "up second", "down second", "down first");
    }

    @Test
    void whatIsWantedOutlivesTheProcessAndClosingTakesTheNetworkDown() throws Exception {
        Files.writeString(config.netmap(), NETMAP);
        try (RunningNode running = start(List.of())) {
            running.node().up();
        }
        try (RunningNode running = start(List.of(new Runs("again")))) {
            while (running.node().state() != NodeState.RUNNING) {
                Thread.sleep(5);
            }
            assertThat(running.node().wantRunning()).isTrue();
        }

        assertThat(journal).containsExactly("up again", "down again");
    }

    @Test
    void aSecondNodeOnTheSameStateIsRefused() throws Exception {
        try (RunningNode running = start(List.of())) {
            assertThat(running.node().state()).isEqualTo(NodeState.STOPPED);
            assertThatThrownBy(() -> start(List.of())).hasMessageContaining("another outpostd uses the state in");
        }

        start(List.of()).close();
    }

    @Test
    void whatNoLongerHoldsIsDoneAgainOnTheNodesThreadAndNotOnceTheNodeIsClosed() throws Exception {
        Runs feature = new Runs("a");
        try (RunningNode running = start(List.of(feature))) {
            feature.again.run();
            Files.writeString(config.netmap(), NETMAP);
            running.node().up();
            while (running.node().state() != NodeState.RUNNING) {
                Thread.sleep(10);
            }
            feature.again.run();
            while (!journal.contains("refresh a on outpost-node")) {
                Thread.sleep(10);
            }
        }
        feature.again.run();

        assertThat(journal).containsExactly("up a", "refresh a on outpost-node", "down a");
    }

    @Test
    void aFeatureWhoseClassesCannotBeLinkedIsNamedAsWell() {
        Feature broken = new NamedFeature("b", journal) {
            @Override
            public void start(Node node) {
                throw new UnsatisfiedLinkError("no file for this platform");
            }
        };

        assertThatThrownBy(() -> start(List.of(new NamedFeature("a", journal), broken)))
                .isInstanceOf(FeatureException.class)
                .hasMessage("feature b could not start: no file for this platform");
        assertThat(journal).endsWith("start a", "close b", "close a");
    }

    @Test
    void whatThrowsOnTheNodesThreadIsToldAndEndsNothing() throws Exception {
        Files.writeString(config.netmap(), "no netmap");
        Feature broken = new NamedFeature("h", journal) {
            @Override
            public void publish(Node node) {
                node.publish(Health.class, new BrokenHealth());
            }
        };
        try (RunningNode running = start(List.of(broken))) {
            while (!stderr.toString(StandardCharsets.UTF_8).contains("what the node does next failed")) {
                Thread.sleep(10);
            }
            // At once: half a netmap would be another fault.
            Path next = Files.writeString(config.netmap().resolveSibling("next.json"), NETMAP);
            Files.move(next, config.netmap(), StandardCopyOption.ATOMIC_MOVE);
            running.node().up();
            while (running.node().state() != NodeState.RUNNING) {
                Thread.sleep(10);
            }
        }
        assertThat(stderr.toString(StandardCharsets.UTF_8)).containsOnlyOnce("what the node does next failed");
    }

    private static final class BrokenHealth implements Health {
        @Override
        public void report(String key, String text) {
            throw new StackOverflowError("too deep");
        }

        @Override
        public void clear(String key) {}

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    private RunningNode start(List<Feature> features) throws Exception {
        return RunningNode.start(config, features, new PrintStream(stderr, true, StandardCharsets.UTF_8));
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(10, TimeUnit.SECONDS);
    }

    private final class Sink extends NamedFeature {
        Sink(String name) {
            super(name, new ArrayList<>());
        }

        @Override
        public void publish(Node node) {
            node.publish(LogSink.class, line -> journal.add(line.text()));
        }

        @Override
        public void close() {
            journal.add("close " + name());
        }
    }

    private final class Runs extends NamedFeature {
        private Runnable again = () -> {};

        Runs(String name) {
            super(name, new ArrayList<>());
        }

        @Override
        public void start(Node node) {
            again = node.whileRunning(name(), new Activity() {
                @Override
                public void up(Netmap netmap) {
                    journal.add("up " + name());
                }

                @Override
                public void refresh(Netmap netmap) {
                    journal.add("refresh " + name() + " on "
                            + Thread.currentThread().getName());
                }

                @Override
                public void down() {
                    journal.add("down " + name());
                }
            });
        }
    }
}
