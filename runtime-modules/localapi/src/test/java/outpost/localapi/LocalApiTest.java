package outpost.localapi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.http.Admission;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.json.Json;
import outpost.core.service.Caller;
import outpost.core.service.CallerIdentity;
import outpost.core.service.DnsAnswer;
import outpost.core.service.Pinger;
import outpost.core.service.Resolver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class LocalApiTest {
    private static final String NETMAP = """
            {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
             "peers": [{"name": "b", "addresses": ["100.64.0.2"], "online": true}]}
            """;

    /** An answer as a client sees it. */
    private record Answer(int status, Map<String, Object> body) {}

    @TempDir
    Path folder;

    @Test
    void statusTellsSelfPeersAndState() throws Exception {
        try (RunningNode running = start(caller(true))) {
            awaitNetmap(running.node());

            Answer status = ask("GET", "/v1/status");

            assertThat(status.status()).isEqualTo(200);
            assertThat(status.body()).containsEntry("state", "stopped").containsEntry("wantRunning", false);
            assertThat(status.body().get("self").toString()).contains("tail.example", "100.64.0.1");
            assertThat(status.body().get("peers").toString()).contains("100.64.0.2", "online=true");
        }
    }

    @Test
    void whatIsCountedIsPartOfTheStatus() throws Exception {
        try (RunningNode running = start(node -> node.counters().add("testing", () -> Map.of("seen", 3L)))) {
            assertThat(running.node().features()).contains("testing");
            ask("GET", "/v1/nowhere");
            assertThat(ask("GET", "/v1/status").body().get("counters").toString())
                    .contains("testing={seen=3}", "served=2");
        }
    }

    @Test
    void featuresAreListedByName() throws Exception {
        try (RunningNode running = start(caller(true))) {
            assertThat(ask("GET", "/v1/features").body().get("features"))
                    .isEqualTo(running.node().features())
                    .isEqualTo(List.of("localapi", "testing"));
        }
    }

    @Test
    void whoMayWriteBringsTheNodeUpAndDown() throws Exception {
        try (RunningNode running = start(caller(true))) {
            assertThat(ask("POST", "/v1/up").body()).containsEntry("wantRunning", true);
            await(running.node(), NodeState.RUNNING);
            assertThat(ask("POST", "/v1/down").body()).containsEntry("wantRunning", false);
            await(running.node(), NodeState.STOPPED);
        }
    }

    @Test
    void withoutCallerIdentityEveryWriteIsRefusedAndReadingGoesOn() throws Exception {
        try (RunningNode running = start(node -> {})) {
            Answer refused = ask("POST", "/v1/up");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().get("error").toString()).contains("unixsocketidentity");
            assertThat(running.node().wantRunning()).isFalse();
            assertThat(ask("GET", "/v1/status").status()).isEqualTo(200);
        }
    }

    @Test
    void aCallerWithoutPermissionIsRefusedByName() throws Exception {
        try (RunningNode running = start(caller(false))) {
            Answer refused = ask("POST", "/v1/up");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().get("error").toString()).contains("user bob may not change this node");
            assertThat(running.node().wantRunning()).isFalse();
        }
    }

    @Test
    void aCallerNobodyKnowsIsRefused() throws Exception {
        try (RunningNode running = start(node -> node.publish(CallerIdentity.class, connection -> Optional.empty()))) {
            assertThat(ask("POST", "/v1/down").status()).isEqualTo(403);
            assertThat(running.node().wantRunning()).isFalse();
        }
    }

    @Test
    void pingAndDigNameTheFeatureThatIsNotThere() throws Exception {
        try (RunningNode running = start(caller(true))) {
            assertThat(running.node().find(Pinger.class)).isEmpty();
            assertThat(ask("GET", "/v1/ping?peer=b")).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(501);
                assertThat(answer.body()).containsEntry("missing", "wireguard");
            });
            assertThat(ask("GET", "/v1/dig?name=b")).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(501);
                assertThat(answer.body()).containsEntry("missing", "dns");
            });
        }
    }

    @Test
    void pingGoesToThePeersAddressOnceTheNodeRuns() throws Exception {
        Pinger pinger = (address, time) ->
                address.getHostAddress().equals("100.64.0.2") ? Optional.of(Duration.ofMillis(3)) : Optional.empty();
        try (RunningNode running = start(node -> node.publish(Pinger.class, pinger))) {
            awaitNetmap(running.node());
            assertThat(ask("GET", "/v1/ping?peer=b").status()).isEqualTo(409);
            running.node().up();
            await(running.node(), NodeState.RUNNING);

            assertThat(ask("GET", "/v1/ping?peer=B.tail.example").body()).containsEntry("microseconds", 3000);
            assertThat(ask("GET", "/v1/ping?peer=100.64.0.9").status()).isEqualTo(504);
            assertThat(ask("GET", "/v1/ping?peer=nobody").status()).isEqualTo(404);
            assertThat(ask("GET", "/v1/ping").status()).isEqualTo(400);
        }
    }

    @Test
    void digHandsOnWhatTheResolverSays() throws Exception {
        Resolver resolver = (name, type) -> {
            if (name.equals("silent")) {
                throw new IOException("no route");
            }
            return new DnsAnswer(
                    "NOERROR", List.of("aa"), List.of(name + ". 60 IN " + type + " 1"), "here", Duration.ofMillis(1));
        };
        try (RunningNode running = start(node -> node.publish(Resolver.class, resolver))) {
            running.node().up();
            await(running.node(), NodeState.RUNNING);

            assertThat(ask("GET", "/v1/dig?name=b.tail.example&type=AAAA").body())
                    .containsEntry("records", List.of("b.tail.example. 60 IN AAAA 1"));
            assertThat(ask("GET", "/v1/dig?name=silent").status()).isEqualTo(504);
            assertThat(ask("GET", "/v1/dig?name=x&type=a%20b").status()).isEqualTo(400);
        }
    }

    @Test
    void theSocketIsReachableForAllAndGoneAfterwards() throws Exception {
        try (RunningNode running = start(caller(true))) {
            assertThat(running.node().features()).contains("localapi");
            assertThat(Files.getPosixFilePermissions(socket())).hasSize(6);
        }

        assertThat(socket()).doesNotExist();
    }

    @Test
    void aSocketThatADeadDaemonLeftIsReplaced() throws Exception {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();

        try (RunningNode running = start(caller(true))) {
            assertThat(running.node().state()).isEqualTo(NodeState.STOPPED);
            assertThat(ask("GET", "/v1/version").status()).isEqualTo(200);
        }
    }

    @Test
    void aSocketThatSomebodyAnswersOnIsLeftAlone() throws Exception {
        try (ServerSocketChannel live = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            live.bind(UnixDomainSocketAddress.of(socket()));

            assertThatThrownBy(() -> start(caller(true))).hasMessageContaining("another outpostd answers on");
            assertThat(socket()).exists();
        }
    }

    @Test
    void aFileThatIsNoSocketIsLeftAlone() throws Exception {
        Files.writeString(socket(), "precious");

        assertThatThrownBy(() -> start(caller(true))).hasMessageContaining("is not a socket");
        assertThat(socket()).hasContent("precious");
    }

    @Test
    void aPathThatNoSocketCanHaveIsRefusedWithItsLength() {
        Path longPath = folder.resolve("x".repeat(120));

        assertThatThrownBy(() -> UnixListener.bind(longPath))
                .hasMessageContaining("and a socket takes 103; choose a shorter --socket");
    }

    @Test
    void aSocketThatBelongsToSomebodyElseByNowIsNotRemoved() throws Exception {
        UnixListener first = UnixListener.bind(socket());
        Files.delete(socket());
        try (UnixListener second = UnixListener.bind(socket())) {
            first.close();
            assertThat(second.path()).exists();
        }
    }

    @Test
    void oneUserCannotTakeTheConnectionsOfTheOthers() throws Exception {
        AtomicReference<String> user = new AtomicReference<>("bob");
        List<SocketChannel> held = new ArrayList<>();
        try (RunningNode running = start(node -> node.publish(
                CallerIdentity.class, connection -> Optional.of(new Caller(user.get(), "users", false))))) {
            for (int i = 0; i < CallerLimit.LIMIT; i++) {
                held.add(connect());
                held.get(i).write(StandardCharsets.US_ASCII.encode("GET /v1/version HTTP/1.1\r\nhost: local\r\n\r\n"));
                // An answer shows that the connection has its place; it stays open for more.
                assertThat(held.get(i).read(ByteBuffer.allocate(1))).isEqualTo(1);
            }
            try (SocketChannel oneMore = connect()) {
                assertThat(new String(Channels.newInputStream(oneMore).readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 503 ");
            }
            user.set("root");
            assertThat(ask("GET", "/v1/status").status()).isEqualTo(200);
            assertThat(running.node().state()).isEqualTo(NodeState.STOPPED);
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
            }
        }
    }

    @Test
    void aConnectionThatEndedMakesRoomForAnotherOfItsUser() throws Exception {
        try (RunningNode running = start(caller(true));
                SocketChannel connection = connect()) {
            CallerLimit limit = new CallerLimit(running.node());
            List<Admission.Place> places = new ArrayList<>();
            for (int i = 0; i < CallerLimit.LIMIT; i++) {
                places.add(limit.admit(connection).orElseThrow());
            }
            assertThat(limit.admit(connection)).isEmpty();

            places.forEach(Admission.Place::leave);
            for (int i = 0; i < CallerLimit.LIMIT; i++) {
                assertThat(limit.admit(connection)).isPresent();
            }
            assertThat(limit.admit(connection)).isEmpty();
        }
    }

    @Test
    void whereNobodySaysWhoIsCallingNobodyIsCounted() throws Exception {
        try (RunningNode running = start(node -> {});
                SocketChannel connection = connect()) {
            CallerLimit limit = new CallerLimit(running.node());
            for (int i = 0; i <= CallerLimit.LIMIT; i++) {
                assertThat(limit.admit(connection)).isPresent();
            }
        }
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    private Path socket() {
        return folder.resolve("s");
    }

    /** What a test's own feature publishes. */
    private interface Publishing {
        void to(Node node);
    }

    private static Publishing caller(boolean mayWrite) {
        return node ->
                node.publish(CallerIdentity.class, connection -> Optional.of(new Caller("bob", "users", mayWrite)));
    }

    private RunningNode start(Publishing publishing) throws Exception {
        Path netmap = Files.writeString(folder.resolve("netmap.json"), NETMAP);
        Settings settings = Settings.of(Map.of("localapi.socket", socket().toString()));
        List<Feature> features = new ArrayList<>(List.of(new LocalApiFeature(), new Feature() {
            @Override
            public String name() {
                return "testing";
            }

            @Override
            public void publish(Node node) {
                publishing.to(node);
            }
        }));
        return RunningNode.start(
                new NodeConfig(folder.resolve("state"), netmap, settings),
                features,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private Answer ask(String method, String target) throws IOException {
        try (HttpCall call = HttpCall.over(connect(), HttpLimits.small())) {
            Optional<byte[]> body = method.equals("POST") ? Optional.of(new byte[0]) : Optional.empty();
            HttpReply reply = call.send(method, target, "local", body, Duration.ofSeconds(10));
            return new Answer(reply.status(), Json.read(reply.bytes(1 << 20)).asMap());
        }
    }

    private static void awaitNetmap(Node node) throws InterruptedException {
        while (node.netmap().isEmpty()) {
            Thread.sleep(5);
        }
    }

    private static void await(Node node, NodeState state) throws InterruptedException {
        while (node.state() != state) {
            Thread.sleep(5);
        }
    }
}
