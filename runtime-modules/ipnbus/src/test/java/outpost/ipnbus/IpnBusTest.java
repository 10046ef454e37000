package outpost.ipnbus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Features;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class IpnBusTest {
    @TempDir
    Path folder;

    private RunningNode running;

    @BeforeEach
    void start() throws Exception {
        Settings settings = Settings.of(Map.of("localapi.socket", socket().toString()));
        running = RunningNode.start(
                new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), settings),
                Features.inImage(),
                System.err);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void theFirstLineIsHowThingsAreThenEveryChangeFollows() throws Exception {
        try (Listener listener = new Listener()) {
            assertThat(listener.line()).isEqualTo("{\"state\":\"stopped\",\"wantRunning\":false}");

            running.node().up();
            assertThat(listener.line()).isEqualTo("{\"state\":\"stopped\",\"wantRunning\":true}");
            assertThat(listener.line()).isEqualTo("{\"state\":\"starting\",\"wantRunning\":true}");
            Files.writeString(folder.resolve("netmap.json"), """
                    {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}}
                    """);
            assertThat(listener.line()).isEqualTo("{\"netmap\":{\"peers\":0,\"self\":\"a\"}}");
            assertThat(listener.line()).isEqualTo("{\"state\":\"running\",\"wantRunning\":true}");
        }
    }

    @Test
    void aNodeThatClosesSaysSoAtOnce() throws Exception {
        try (Listener listener = new Listener()) {
            listener.line();
            long begin = System.nanoTime();
            running.close();

            assertThat(listener.line()).contains("\"ended\":\"the node is being closed\"");
            assertThat(listener.line()).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void noMoreThanSixteenListenAndAPlaceIsFreeAgainAfterwards() throws Exception {
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            listeners.add(new Listener());
            assertThat(listeners.get(i).status()).isEqualTo(200);
        }
        try (Listener tooMany = new Listener()) {
            assertThat(tooMany.status()).isEqualTo(503);
        }
        for (Listener listener : listeners) {
            listener.close();
        }
        running.node().up();

        int status = 503;
        while (status == 503) {
            try (Listener later = new Listener()) {
                status = later.status();
            }
            running.node().down();
            running.node().up();
        }
        assertThat(status).isEqualTo(200);
    }

    private Path socket() {
        return folder.resolve("s");
    }

    private final class Listener implements Closeable {
        private final HttpCall call =
                HttpCall.over(SocketChannel.open(UnixDomainSocketAddress.of(socket())), HttpLimits.small());
        private final HttpReply reply;
        private final BufferedReader lines;

        Listener() throws IOException {
            reply = call.send("GET", "/v1/watch", "local", Optional.empty(), Duration.ofSeconds(20));
            lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8));
        }

        int status() {
            return reply.status();
        }

        String line() throws IOException {
            return lines.readLine();
        }

        @Override
        public void close() throws IOException {
            call.close();
        }
    }
}
