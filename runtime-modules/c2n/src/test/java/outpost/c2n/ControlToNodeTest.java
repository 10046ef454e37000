package outpost.c2n;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.FeatureException;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;
import outpost.core.service.Offers;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlToNodeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private Path dir;

    private final ControlToNode c2n = new ControlToNode();

    @Test
    void whatIsOfferedIsToldToWhoeverAsksOnLoopback() throws Exception {
        int port = freePort();
        try (RunningNode running = start("127.0.0.1:" + port)) {
            c2n.offer("advertiseroutes", Map.of("ranges", List.of("192.0.2.0/24")));
            c2n.offer("advertiseexitnode", Map.of("exit", true));
            c2n.offer("wireguard", Map.of("key", "secretless", "port", 51_820));

            JsonObject told = Json.read(ask(port, "GET", "/c2n/offers", new byte[0]));
            assertThat(told.texts("features")).containsExactly("c2n");
            assertThat(told.text("version")).isNotEmpty();
            JsonObject offers = told.object("offers");
            assertThat(offers.object("advertiseroutes").texts("ranges")).containsExactly("192.0.2.0/24");
            assertThat(offers.object("advertiseexitnode").flag("exit", false)).isTrue();
            assertThat(offers.object("wireguard").number("port")).contains(51_820L);

            c2n.offer("advertiseexitnode", Map.of());
            assertThat(new String(ask(port, "GET", "/c2n/offers", new byte[0]), StandardCharsets.UTF_8))
                    .contains("wireguard")
                    .doesNotContain("advertiseexitnode");
            assertThat(c2n.current()).containsOnlyKeys("advertiseroutes", "wireguard");
            assertThat(running.node().features()).containsExactly("c2n");
        }
        assertThatThrownBy(() -> SocketChannel.open(new InetSocketAddress(HERE, port)))
                .as("closed")
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsSentToTheEchoComesBack() throws Exception {
        int port = freePort();
        try (RunningNode running = start("127.0.0.1:" + port)) {
            assertThat(running.node()).isNotNull();
            assertThat(ask(port, "POST", "/c2n/echo", new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
        }
    }

    @Test
    void nobodyIsListenedToWhereNothingIsSet() throws Exception {
        var config = new NodeConfig(dir.resolve("state"), dir.resolve("netmap.json"), Settings.of(Map.of()));
        try (RunningNode running = RunningNode.start(config, List.of(c2n), silent())) {
            c2n.offer("wireguard", Map.of("port", 1));
            assertThat(running.node().find(Offers.class)).contains(c2n);
        }
    }

    @Test
    void beyondLoopbackNobodyIsListenedTo() {
        for (String wide : List.of("0.0.0.0:8090", "192.0.2.1:8090", "[::]:8090", "localhost:8090", "8090")) {
            assertThatThrownBy(() -> start(wide))
                    .isInstanceOf(FeatureException.class)
                    .hasMessageContaining(
                            "setting c2n.listen: \"" + wide + "\" is no port on loopback, as 127.0.0.1:8090 is");
        }
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, HERE)) {
            assertThatThrownBy(() -> start("127.0.0.1:" + other.getLocalPort()))
                    .hasMessageContaining("cannot listen on")
                    .hasMessageContaining("give c2n.listen another port");
        }
    }

    private RunningNode start(String listen) throws Exception {
        var config = new NodeConfig(
                dir.resolve("state"), dir.resolve("netmap.json"), Settings.of(Map.of("c2n.listen", listen)));
        return RunningNode.start(config, List.of(c2n), silent());
    }

    private static PrintStream silent() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    private static byte[] ask(int port, String method, String path, byte[] body) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(HERE, port));
        try (HttpCall call = HttpCall.over(channel, HttpLimits.small())) {
            Optional<byte[]> sent = method.equals("POST") ? Optional.of(body) : Optional.empty();
            HttpReply reply = call.send(method, path, "localhost", sent, Duration.ofSeconds(20));
            assertThat(reply.status()).isEqualTo(200);
            return reply.bytes(1 << 16);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, HERE)) {
            return any.getLocalPort();
        }
    }
}
