package outpost.health;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Features;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;
import outpost.core.service.Health;
import outpost.core.service.HealthChanged;
import outpost.core.service.Problem;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HealthTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;
    private final List<List<Problem>> told = new ArrayList<>();
    private final ProblemList list = new ProblemList(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            told::add);

    @Test
    void aProblemKeepsItsBeginningWhateverItsTextBecomes() {
        list.report("netmap", "missing");
        now = START.plusSeconds(60);
        list.report("netmap", "broken");

        assertThat(list.problems()).containsExactly(new Problem("netmap", "broken", START));
    }

    @Test
    void aProblemThatComesBackBeginsAnew() {
        list.report("netmap", "missing");
        list.clear("netmap");
        now = START.plusSeconds(60);
        list.report("netmap", "missing");

        assertThat(list.problems()).extracting(Problem::since).containsExactly(START.plusSeconds(60));
    }

    @Test
    void theOldestComesFirst() {
        list.report("z", "first");
        now = START.plusSeconds(1);
        list.report("b", "later");
        list.report("a", "later");

        assertThat(list.problems()).extracting(Problem::key).containsExactly("z", "a", "b");
    }

    @Test
    void onlyChangesAreTold() {
        list.clear("a");
        list.report("a", "x");
        list.report("a", "x");
        list.report("a", "y");
        list.clear("a");
        list.clear("a");

        assertThat(told).extracting(List::size).containsExactly(1, 1, 0);
    }

    @Test
    void problemsReachTheBusAndTheLocalApi() throws Exception {
        Path socket = folder.resolve("s");
        NodeConfig config = new NodeConfig(
                folder.resolve("state"),
                folder.resolve("missing.json"),
                Settings.of(Map.of("localapi.socket", socket.toString())));
        List<HealthChanged> changes = new ArrayList<>();
        try (RunningNode running = RunningNode.start(config, Features.inImage(), System.err)) {
            running.node().events().subscribe(HealthChanged.class, changes::add);
            running.node().find(Health.class).orElseThrow().report("test", "made up");
            running.node().events().drain();

            assertThat(changes)
                    .last()
                    .satisfies(change -> assertThat(change.problems())
                            .extracting(Problem::key)
                            .contains("test"));
            List<String> texts = new ArrayList<>();
            for (JsonObject problem : ask(socket).objects("problems")) {
                texts.add(problem.text("text"));
            }
            assertThat(texts).contains("made up");
        }
    }

    private static JsonObject ask(Path socket) throws IOException {
        try (HttpCall call =
                HttpCall.over(SocketChannel.open(UnixDomainSocketAddress.of(socket)), HttpLimits.small())) {
            return Json.read(call.send("GET", "/v1/health", "local", Optional.empty(), Duration.ofSeconds(10))
                    .bytes(1 << 20));
        }
    }
}
