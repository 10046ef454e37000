package outpost.peerapiserver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.http.HttpRoutes;
import outpost.core.log.LogHub;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.core.netmap.Self;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Over real connections on loopback, whose address a netmap gives to a peer, or to nobody. */
class ListenersTest {
    private static final String TYPE = "application/dns-message";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private volatile Optional<Netmap> netmap = Optional.of(netmap(HERE));
    private volatile boolean exit = true;
    private Listeners listeners;

    @BeforeEach
    void listen() throws IOException {
        HttpRoutes routes = new HttpRoutes();
        DnsQuery queries = new DnsQuery(ListenersTest::answer, () -> exit);
        routes.add("GET", "/dns-query", queries);
        routes.add("POST", "/dns-query", queries);
        LogHub log = new LogHub(Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream()));
        listeners = new Listeners(0, new PeersOnly(() -> netmap), routes, log.log("test"));
        listeners.listenOn(List.of(HERE));
    }

    @AfterEach
    void close() throws IOException {
        listeners.close();
    }

    @Test
    void questionsByGetAndByPostAreAnswered() throws Exception {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, -1, -2});
        Answer got = get("/dns-query?dns=" + text);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.headers()).containsEntry("content-type", TYPE);
        assertThat(got.body()).containsExactly(1, -1, -2);

        for (String type : List.of(TYPE, "Application/DNS-Message; charset=utf-8")) {
            Answer posted = post(type, new byte[] {5, 6});
            assertThat(posted.status()).as(type).isEqualTo(200);
            assertThat(posted.headers()).containsEntry("content-type", TYPE);
            assertThat(posted.body()).containsExactly(5, 6);
        }
    }

    @Test
    void whatIsNoQuestionIsRefused() throws Exception {
        assertThat(post("text/plain", new byte[] {5}).status()).isEqualTo(415);
        assertThat(get("/dns-query").status()).isEqualTo(400);
        assertThat(get("/dns-query?dns=!").status()).isEqualTo(400);
        assertThat(post(TYPE, new byte[0]).status()).isEqualTo(400);
        assertThat(post(TYPE, new byte[4_097]).status()).isEqualTo(413);
        assertThat(post(TYPE, new byte[1 << 20]).status()).as("not even read").isEqualTo(413);
        assertThat(get("/secrets").status()).isEqualTo(404);
        Answer put = send("PUT", "/dns-query", Map.of(), Optional.of(new byte[] {5}));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.headers()).containsEntry("allow", "GET, POST");
    }

    @Test
    void whereNoNameserverAnswersThatIsSaid() throws Exception {
        assertThat(post(TYPE, new byte[] {9}).status()).isEqualTo(504);
    }

    @Test
    void aNodeThatIsNoWayOutAnswersNobody() throws Exception {
        exit = false;
        assertThat(post(TYPE, new byte[] {5}).status()).isEqualTo(403);
    }

    @Test
    void whoeverIsNoPeerIsRefused() throws Exception {
        netmap = Optional.of(netmap(InetAddress.getByName("100.64.0.9")));
        Answer refused = get("/dns-query?dns=BQ");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("only nodes of this network are answered");
        netmap = Optional.empty();
        assertThat(get("/dns-query?dns=BQ").status()).isEqualTo(503);
        netmap = Optional.of(netmap(HERE));
        assertThat(get("/dns-query?dns=BQ").status()).isEqualTo(200);
    }

    @Test
    void theSameAddressesKeepTheirServersAndNoneIsHeardAfterTheEnd() throws Exception {
        InetSocketAddress before = listeners.bound().get(0);
        listeners.listenOn(List.of(HERE));
        assertThat(listeners.bound()).containsExactly(before);

        listeners.listenOn(List.of());
        assertThat(listeners.bound()).isEmpty();
        assertThatThrownBy(() -> SocketChannel.open(before)).isInstanceOf(ConnectException.class);
    }

    @Test
    void anAddressThatNoDeviceHasIsTold() throws Exception {
        InetAddress nobodys = InetAddress.getByName("192.0.2.1");
        assertThatThrownBy(() -> listeners.listenOn(List.of(nobodys)))
                .hasMessageContaining("cannot listen on 192.0.2.1 port 0")
                .hasMessageContaining("does a device of this machine have the address?");
        listeners.listenOn(List.of(HERE));
        assertThat(get("/dns-query?dns=BQ").status()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsLateHoldsUpNoOtherAndClosesNoConnection() throws Exception {
        InetAddress nobodys = InetAddress.getByName("192.0.2.1");
        InetSocketAddress before = listeners.bound().get(0);
        try (SocketChannel open = SocketChannel.open(before)) {
            assertThatThrownBy(() -> listeners.listenOn(List.of(nobodys, HERE)))
                    .hasMessageContaining("cannot listen on 192.0.2.1 port 0");
            assertThat(listeners.bound()).containsExactly(before);
            HttpCall call = HttpCall.over(open, HttpLimits.small());
            assertThat(call.send("GET", "/dns-query?dns=BQ", "me", Optional.empty(), Duration.ofSeconds(20))
                            .status())
                    .as("over the connection of before")
                    .isEqualTo(200);
        }

        listeners.close();
        assertThatThrownBy(() -> listeners.listenOn(List.of(nobodys, HERE))).hasMessageContaining("192.0.2.1");
        assertThat(get("/dns-query?dns=BQ").status())
                .as("also where it is the first")
                .isEqualTo(200);
        listeners.listenOn(List.of(HERE));
        assertThat(listeners.bound()).hasSize(1);
    }

    /** Itself; of 9 nothing comes, and nothing is no question. */
    private static CompletableFuture<byte[]> answer(byte[] query) {
        return query.length > 0 && query[0] == 9
                ? CompletableFuture.failedFuture(new CompletionException(new IOException("silence")))
                : CompletableFuture.completedFuture(query);
    }

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    private Answer get(String target) throws IOException {
        return send("GET", target, Map.of(), Optional.empty());
    }

    private Answer post(String type, byte[] body) throws IOException {
        return send("POST", "/dns-query", Map.of("content-type", type), Optional.of(body));
    }

    private Answer send(String method, String target, Map<String, String> headers, Optional<byte[]> body)
            throws IOException {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("host", "me");
        SocketChannel channel = SocketChannel.open(listeners.bound().get(0));
        try (HttpCall call = HttpCall.over(channel, HttpLimits.small())) {
            HttpReply reply = call.send(method, target, all, body, Duration.ofSeconds(20));
            return new Answer(reply.status(), reply.headers(), reply.bytes(1 << 16));
        }
    }

    private static Netmap netmap(InetAddress peer) {
        return new Netmap(
                new Self("me", "tail.example", List.of(), List.of(), Optional.empty()),
                List.of(new Peer(
                        "other",
                        List.of(peer),
                        List.of(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }
}
