package outpost.metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.core.Feature;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.Version;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpResponse;
import outpost.core.service.ListeningPorts;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsTest {
    @TempDir
    private Path folder;

    private final Beside beside = new Beside();

    @Test
    void figuresFollowTheNodeAndAStrictReaderReadsThem() throws Exception {
        try (var running = start(Map.of())) {
            assertThat(figures()).containsEntry("outpost_up", 0.0).containsEntry("outpost_peers", 0.0);

            netmap("true", "false");
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING && updates() == 1);

            assertThat(figures())
                    .containsEntry("outpost_up", 1.0)
                    .containsEntry("outpost_peers", 2.0)
                    .containsEntry("outpost_peers_online", 1.0)
                    .containsEntry("outpost_netmap_updates_total", 1.0)
                    .containsEntry("outpost_listening_ports", 7.0)
                    .containsKeys("outpost_uptime_seconds", "outpost_memory_limit_bytes")
                    .doesNotContainKey("outpost_problems");
            assertThat(figures().get("outpost_memory_used_bytes"))
                    .isPositive()
                    .isLessThanOrEqualTo(figures().get("outpost_memory_committed_bytes"));

            netmap("true", "true");
            until(() -> updates() == 2);
            assertThat(figures()).containsEntry("outpost_peers_online", 2.0);
        }
    }

    @Test
    void portsThatCannotBeCountedAreLeftOutAndTheRestStands() throws Exception {
        beside.fails = true;
        try (var running = start(Map.of())) {
            assertThat(running.node().features()).contains("metrics");
            assertThat(figures()).containsKey("outpost_up").doesNotContainKey("outpost_listening_ports");
        }
    }

    @Test
    void versionIsALabel() throws Exception {
        try (var running = start(Map.of())) {
            assertThat(running.node().features()).contains("metrics");
            assertThat(PrometheusText.parse(beside.call("GET /v1/metrics")))
                    .anySatisfy(sample -> assertThat(sample.labels()).isEqualTo(Map.of("version", Version.current())));
        }
    }

    @Test
    void whatOtherFeaturesCountIsToldByFeatureAndEvent() throws Exception {
        try (var running = start(Map.of())) {
            assertThat(running.node().features()).contains("metrics");
            assertThat(PrometheusText.parse(beside.call("GET /v1/metrics")))
                    .filteredOn(sample -> sample.name().equals("outpost_events_total"))
                    .singleElement()
                    .satisfies(sample -> {
                        assertThat(sample.labels()).isEqualTo(Map.of("feature", "beside", "event", "seen"));
                        assertThat(sample.value()).isEqualTo(3);
                    });
        }
    }

    @Test
    void httpOnLoopbackAnswersAndIsGoneWithTheNode() throws Exception {
        int port = freePort();
        try (var running = start(Map.of("metrics.listen", "127.0.0.1:" + port))) {
            assertThat(running.node().settings().unread()).isEmpty();
            String answer =
                    ask(port, "GET /metrics HTTP/1.1\r\nhost: localhost:" + port + "\r\nconnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("content-type: text/plain; version=0.0.4; charset=utf-8\r\n");
            assertThat(PrometheusText.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4)))
                    .extracting(PrometheusText.Sample::name)
                    .contains("outpost_up");
            assertThat(ask(port, "GET /other HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ");
        }

        try (var again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void pageThatPointsItsOwnNameAtLoopbackIsRefused() throws Exception {
        int port = freePort();
        try (var running = start(Map.of("metrics.listen", "127.0.0.1:" + port))) {
            assertThat(running.node().features()).contains("metrics");
            assertThat(ask(port, "GET /metrics HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ")
                    .doesNotContain("outpost_up");
        }
    }

    @Test
    void rubbishNeverTakesTheListenerDown() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int port = freePort();
        try (var running = start(Map.of("metrics.listen", "127.0.0.1:" + port))) {
            assertThat(running.node().features()).contains("metrics");
            for (int i = 0; i < 100; i++) {
                byte[] rubbish = new byte[random.nextInt(3000)];
                random.nextBytes(rubbish);
                ask(port, new String(rubbish, StandardCharsets.ISO_8859_1));
            }
            assertThat(ask(port, "GET /metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0:9100",
                "[::]:9100",
                "192.0.2.1:9100",
                "100.64.0.1:9100",
                ":9100",
                "9100",
                "localhost:9100"
            })
    void nothingBeyondLoopbackIsListenedOn(String listen) {
        assertThatExceptionOfType(FeatureException.class)
                .isThrownBy(() -> start(Map.of("metrics.listen", listen)))
                .withMessageContaining("metrics.listen");
    }

    @Test
    void portThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(FeatureException.class)
                    .isThrownBy(() -> start(Map.of("metrics.listen", "127.0.0.1:" + taken.getLocalPort())))
                    .withMessageContaining("another port");
        }
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(Metrics.class);
    }

    private RunningNode start(Map<String, String> settings) throws IOException, FeatureException {
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(settings));
        var quiet = new PrintStream(PrintStream.nullOutputStream());
        return RunningNode.start(config, List.of(new Metrics(), beside), quiet);
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        for (PrometheusText.Sample sample : PrometheusText.parse(beside.call("GET /v1/metrics"))) {
            figures.put(sample.name(), sample.value());
        }
        return figures;
    }

    private double updates() {
        return figures().get("outpost_netmap_updates_total");
    }

    private void netmap(String... online) throws IOException {
        List<String> peers = new ArrayList<>();
        for (String word : online) {
            int number = peers.size() + 2;
            peers.add("{\"name\": \"p%d\", \"addresses\": [\"100.64.0.%d\"], \"online\": %s}"
                    .formatted(number, number, word));
        }
        Files.writeString(
                folder.resolve("netmap.json"),
                "{\"self\": {\"name\": \"me\", \"dnsSuffix\": \"tail.example\", \"addresses\": [\"100.64.0.1\"]}, "
                        + "\"peers\": [" + String.join(", ", peers) + "]}");
    }

    private static String ask(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // The listener hung up on rubbish before all of it was sent.
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("condition did not come true in 30 s")
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** The local API without a socket, and ports to count. */
    private static final class Beside implements Feature, LocalApi, ListeningPorts {
        private final Map<String, HttpHandler> handlers = new HashMap<>();
        private boolean fails;

        @Override
        public String name() {
            return "beside";
        }

        @Override
        public void publish(Node node) {
            node.counters().add(name(), () -> Map.of("seen", 3L));
            node.publish(LocalApi.class, this);
            node.publish(ListeningPorts.class, this);
        }

        @Override
        public void route(String method, String path, Permission permission, HttpHandler handler) {
            handlers.put(method + " " + path, handler);
        }

        @Override
        public Path socket() {
            throw new UnsupportedOperationException("these routes have no socket");
        }

        @Override
        public int count() throws IOException {
            if (fails) {
                throw new IOException("no /proc here");
            }
            return 7;
        }

        String call(String route) {
            try {
                var answer = (HttpResponse.Whole) handlers.get(route).handle(null);
                return new String(answer.body(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
