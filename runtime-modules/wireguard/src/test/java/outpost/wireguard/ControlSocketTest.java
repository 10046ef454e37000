package outpost.wireguard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.core.netmap.NetmapReader;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The protocol of wireguard.com/xplatform, as whoever listens sees it. */
@Timeout(60)
class ControlSocketTest {
    @TempDir
    private Path dir;

    private ServerSocketChannel server;
    private ControlSocket socket;

    @BeforeEach
    void listen() throws IOException {
        Path path = dir.resolve("op0.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        socket = new ControlSocket(path, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private interface Conversation {
        void with(SocketChannel caller) throws IOException;
    }

    private CompletableFuture<Void> serve(Conversation conversation) {
        return CompletableFuture.runAsync(() -> {
            try (SocketChannel caller = server.accept()) {
                conversation.with(caller);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void say(SocketChannel caller, String text) throws IOException {
        caller.write(StandardCharsets.US_ASCII.encode(text));
    }

    private static String hear(SocketChannel caller) throws IOException {
        StringBuilder heard = new StringBuilder();
        ByteBuffer some = ByteBuffer.allocate(997);
        while (heard.length() < 2 || heard.lastIndexOf("\n\n") != heard.length() - 2) {
            if (caller.read(some.clear()) < 0) {
                break;
            }
            heard.append(StandardCharsets.US_ASCII.decode(some.flip()));
        }
        return heard.toString();
    }

    private static Configuration peers(int count) throws Exception {
        String peers = IntStream.range(0, count)
                .mapToObj(i -> """
                        {"name": "p%d", "addresses": ["100.65.%d.%d"], "key": "%sAA%s="}
                        """.formatted(i, i / 250, i % 250 + 1, key(i), "A".repeat(37)))
                .collect(Collectors.joining(","));
        return Configuration.peers(Optional.empty())
                .with(NetmapReader.read(("""
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}, "peers": [%s]}
                """.formatted(peers)).getBytes(StandardCharsets.UTF_8)), Set.of());
    }

    private static String key(int i) {
        return "" + (char) ('A' + i / 676) + (char) ('A' + i / 26 % 26) + (char) ('A' + i % 26) + "A";
    }

    @Test
    void aConfigurationOfAnySizeArrivesWholeAndAnAnswerInPartsIsPutTogether() throws Exception {
        Configuration configuration = peers(5_000);
        assertThat(configuration.message())
                .as("more than any socket holds at once")
                .hasSizeGreaterThan(500_000);
        CompletableFuture<String> heard = new CompletableFuture<>();
        CompletableFuture<Void> served = serve(caller -> {
            heard.complete(hear(caller));
            for (String part : "errno=0\n\n".split("")) {
                say(caller, part);
            }
        });
        socket.set(configuration);
        served.get(20, TimeUnit.SECONDS);
        assertThat(heard.get()).isEqualTo(configuration.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"errno=-22\n\n", "errno=5\n\n"})
    void anErrorIsToldByItsNumber(String answer) throws Exception {
        Configuration configuration = peers(1);
        serve(caller -> {
            hear(caller);
            say(caller, answer);
        });
        assertThatThrownBy(() -> socket.set(configuration))
                .isInstanceOf(IOException.class)
                .hasMessage("WireGuard refused its configuration: " + answer.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "errno=0\n", "errno=0", "private_key=00\nerrno=0\n\n", "errno=0; private_key=00\n\n"})
    void whatIsNoAnswerIsNotTakenForOneNorQuoted(String answer) throws Exception {
        Configuration configuration = peers(1);
        serve(caller -> {
            hear(caller);
            say(caller, answer);
        });
        assertThatThrownBy(() -> socket.set(configuration))
                .hasMessageStartingWith("WireGuard refused its configuration: ")
                .hasMessageNotContaining("private_key");
    }

    @Test
    void anAnswerWithoutEndIsReadNoFurtherThanAnAnswerGoes() throws Exception {
        Configuration configuration = peers(1);
        CompletableFuture<Void> served = serve(caller -> {
            hear(caller);
            Channels.newOutputStream(caller).write("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
        });
        assertThatThrownBy(() -> socket.set(configuration)).hasMessageContaining("its answer names no error");
        assertThatThrownBy(() -> served.get(20, TimeUnit.SECONDS))
                .as("the rest found nobody")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void whoTakesTheMessageAndSaysNothingHoldsTheNodeNoLongerThanItsPatience() throws Exception {
        Configuration configuration = peers(1);
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Void> served = serve(caller -> {
            hear(caller);
            end.join();
        });
        ControlSocket impatient = new ControlSocket(dir.resolve("op0.sock"), Duration.ofMillis(100));
        assertThatThrownBy(() -> impatient.set(configuration)).hasMessage("WireGuard does not answer within 100 ms");
        end.complete(null);
        served.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoTakesNoMessageHoldsTheNodeNoLongerThanItsPatience() throws Exception {
        Configuration configuration = peers(5_000);
        ControlSocket impatient = new ControlSocket(dir.resolve("op0.sock"), Duration.ofMillis(100));
        assertThatThrownBy(() -> impatient.set(configuration)).hasMessage("WireGuard does not answer within 100 ms");
    }

    @Test
    void nobodyThereIsAFailure() throws Exception {
        Configuration configuration = peers(1);
        server.close();
        assertThatThrownBy(() -> socket.set(configuration)).isInstanceOf(IOException.class);
        assertThat(socket.isThere()).as("what a killed one leaves").isTrue();
        socket.remove();
        assertThat(socket.isThere()).isFalse();
        assertThatCode(socket::remove).doesNotThrowAnyException();
    }
}
