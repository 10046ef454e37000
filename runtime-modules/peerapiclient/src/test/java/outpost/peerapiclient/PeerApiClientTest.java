package outpost.peerapiclient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.core.http.Admission;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.http.HttpServer;
import outpost.core.log.LogHub;
import outpost.core.netmap.Peer;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a real server on loopback that stands for another node. */
class PeerApiClientTest {
    private static final String TYPE = "application/dns-message";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final PeerApiClient client = new PeerApiClient();
    private final HttpRoutes routes = new HttpRoutes();
    private HttpServer server;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open().bind(new InetSocketAddress(HERE, 0));
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        LogHub log = new LogHub(Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream()));
        server = HttpServer.start("peer", channel, HttpLimits.small(), Admission.ALL, routes, log.log("peer"));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void theBodyOfASuccessIsTheAnswer() {
        routes.add("POST", "/dns-query", request -> {
            assertThat(request.header("content-type")).contains(TYPE);
            assertThat(request.header("accept")).contains(TYPE);
            assertThat(request.header("host")).contains("127.0.0.1:" + port);
            byte[] body = request.body();
            return new HttpResponse.Whole(200, Map.of(), new byte[] {body[1], body[0]});
        });
        assertThat(client.post(peer(Optional.of(port)), "/dns-query", TYPE, new byte[] {1, 2})
                        .join())
                .containsExactly(2, 1);
    }

    @Test
    void anAddressThatIsNotReachedIsFollowedByTheNext() throws IOException {
        routes.add("POST", "/dns-query", request -> new HttpResponse.Whole(200, Map.of(), request.body()));
        Peer both = new Peer(
                "exit",
                List.of(InetAddress.getByName("::1"), HERE),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(port));
        assertThat(client.post(both, "/dns-query", TYPE, new byte[] {7}).join()).containsExactly(7);
    }

    @Test
    void whatIsNoSuccessFails() {
        routes.add("POST", "/dns-query", request -> HttpResponse.error(403, "this node is no way out"));
        assertThatThrownBy(() -> ask(peer(Optional.of(port)))).hasMessageContaining("exit answered 403");
    }

    @Test
    void anAnswerThatIsTooLongFails() {
        int longer = HttpLimits.small().body() + 1;
        routes.add("POST", "/dns-query", request -> new HttpResponse.Whole(200, Map.of(), new byte[longer]));
        assertThatThrownBy(() -> ask(peer(Optional.of(port)))).hasMessageContaining("is larger than 65536 bytes");
    }

    @Test
    void aPeerThatIsNotThereOrHasNoInterfaceFails() throws IOException {
        server.close();
        assertThatThrownBy(() -> ask(peer(Optional.of(port))))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("exit did not take the connection");
        assertThatThrownBy(() -> ask(peer(Optional.empty()))).hasMessageContaining("exit has no peer API");
    }

    @Test
    void moreThanCanWaitFailsAtOnceAndTheOthersAreAnswered() {
        CountDownLatch held = new CountDownLatch(1);
        routes.add("POST", "/dns-query", request -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new HttpResponse.Whole(200, Map.of(), request.body());
        });
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 8 + 256; i++) {
            answers.add(client.post(peer(Optional.of(port)), "/dns-query", TYPE, new byte[] {1}));
        }
        assertThatThrownBy(() -> ask(peer(Optional.of(port)))).hasMessageContaining("too many requests");
        held.countDown();
        answers.forEach(answer -> assertThat(answer.join()).containsExactly(1));
    }

    private void ask(Peer peer) {
        client.post(peer, "/dns-query", TYPE, new byte[] {1}).join();
    }

    private static Peer peer(Optional<Integer> port) {
        return new Peer("exit", List.of(HERE), List.of(), true, Optional.empty(), Optional.empty(), port);
    }
}
