package outpost.useexitnode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Peer;
import outpost.core.service.MeshRoutes;
import outpost.core.service.PeerApi;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

class UseExitNodeTest {
    /** Also where the way out carries IPv4 alone: nothing is sent past it. */
    private static final List<String> EVERYWHERE = List.of("0.0.0.0/0", "::/0");

    @TempDir
    private Path folder;

    private final Beside beside = new Beside();
    private final UseExitNode exit = new UseExitNode();

    @Test
    void trafficAndQuestionsTakeTheWayOutWhileTheNodeIsUp() throws Exception {
        netmap("\"allowedRoutes\": [\"0.0.0.0/0\", \"10.1.0.0/16\"], \"peerApi\": 8089");
        try (RunningNode running = start("exit")) {
            assertThat(exit.isInUse()).as("not yet up").isFalse();
            running.node().up();
            until(() -> beside.accepted.equals(EVERYWHERE));
            assertThat(exit.isInUse()).isTrue();
            assertThat(exit.canAsk()).isTrue();
            assertThat(exit.ask(new byte[] {7}).join()).containsExactly(7);
            assertThat(beside.asked).containsExactly("exit /dns-query application/dns-message");

            running.node().down();
            until(() -> beside.accepted.isEmpty() && !exit.isInUse());
        }
    }

    @Test
    void aWayOutWithoutPeerApiCannotBeAsked() throws Exception {
        netmap("\"allowedRoutes\": [\"0.0.0.0/0\"]");
        try (RunningNode running = start("exit")) {
            running.node().up();
            until(exit::isInUse);
            until(() -> beside.accepted.equals(EVERYWHERE));
            assertThat(exit.canAsk()).isFalse();
        }
    }

    @Test
    void whereTheWayOutIsGoneTrafficIsHeld() throws Exception {
        netmap("\"allowedRoutes\": []");
        try (RunningNode running = start("exit")) {
            running.node().up();
            until(() -> beside.accepted.equals(EVERYWHERE));
            assertThat(exit.isInUse()).isTrue();
            assertThat(exit.canAsk()).isFalse();
            assertThat(exit.ask(new byte[] {7})).isCompletedExceptionally();
        }
    }

    private RunningNode start(String peer) throws Exception {
        var config = new NodeConfig(
                folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of("useexitnode.peer", peer)));
        return RunningNode.start(config, List.of(exit, beside), new PrintStream(PrintStream.nullOutputStream()));
    }

    private void netmap(String more) throws Exception {
        Files.writeString(folder.resolve("netmap.json"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "exit", "addresses": ["100.64.0.3"], %s}]}
                """.formatted(more));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).as("in twenty seconds").isTrue();
    }

    private static final class Beside implements Feature, MeshRoutes, PeerApi {
        private volatile List<String> accepted = List.of();
        private final List<String> asked = new ArrayList<>();

        @Override
        public String name() {
            return "beside";
        }

        @Override
        public void publish(Node node) {
            node.publish(MeshRoutes.class, this);
            node.publish(PeerApi.class, this);
        }

        @Override
        public void accept(String feature, Collection<IpPrefix> ranges) {
            accepted = ranges.stream().map(IpPrefix::toString).toList();
        }

        @Override
        public SortedMap<String, List<IpPrefix>> accepted() {
            return new TreeMap<>();
        }

        @Override
        public CompletableFuture<byte[]> post(Peer peer, String path, String type, byte[] body) {
            asked.add(peer.name() + " " + path + " " + type);
            return CompletableFuture.completedFuture(body);
        }
    }
}
