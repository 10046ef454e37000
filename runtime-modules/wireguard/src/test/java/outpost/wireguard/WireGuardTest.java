package outpost.wireguard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.service.Offers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The feature in a node whose WireGuard is a test's own: what it is told, what the log says of it, and what is left on disk. */
@Timeout(60)
class WireGuardTest {
    private static final String DEVICE = "op0";

    @TempDir
    private Path dir;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Offered offered = new Offered();
    private PlayedWireGuard wireguard;

    @BeforeEach
    void play() throws IOException {
        Files.writeString(dir.resolve("netmap.json"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "other", "addresses": ["100.64.0.2"], "key": "AQ%s="}]}
                """.formatted("A".repeat(41)));
        wireguard = new PlayedWireGuard(dir, DEVICE);
    }

    @AfterEach
    void end() {
        wireguard.close();
    }

    @Test
    void theSecretReachesTheSocketAndNoLogLineOfAnyLevel() throws Exception {
        try (RunningNode running = start()) {
            running.node().up();
            assertThat(wireguard.next())
                    .contains("private_key=" + HexFormat.of().formatHex(secret()));
            await(running.node());
            while (!text().contains("[v1] wireguard: wireguard-go: started as -f " + DEVICE)) {
                Thread.sleep(10);
            }
        }
        assertSecretIsKept();
    }

    @Test
    void aWireGuardThatSaysAgainWhatItWasToldIsNotQuoted() throws Exception {
        wireguard.answer("");
        try (RunningNode running = start()) {
            running.node().up();
            assertThat(wireguard.next()).contains("private_key=");
            await(running.node());
        }
        assertThat(text()).contains("WireGuard refused its configuration: its answer names no error");
        assertSecretIsKept();
    }

    @Test
    void theNextStartEndsWhatAKilledNodeHasLeftWhateverItsDevice() throws Exception {
        Path socket = Files.createFile(dir.resolve("old0.sock"));
        Path state = Files.createDirectories(dir.resolve("state"));
        Files.writeString(state.resolve("wireguard-device"), "old0");
        try (RunningNode running = start()) {
            assertThat(running.node().state()).isEqualTo(NodeState.STOPPED);
            // Who listens there takes that as the word to end.
            assertThat(socket).doesNotExist();
            assertThat(running.node().store().read("wireguard-device")).isEmpty();
        }
    }

    private void assertSecretIsKept() throws IOException {
        byte[] secret = secret();
        String hex = HexFormat.of().formatHex(secret);
        String said = text() + offered.all;
        assertThat(said)
                .doesNotContain(
                        hex, hex.toUpperCase(Locale.ROOT), Base64.getEncoder().encodeToString(secret), "private_key");
        // And the test could see one: the open half is offered.
        assertThat(said).containsPattern("key=[A-Za-z0-9+/]{43}=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("state/wireguard-key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("state"))))
                .isEqualTo("rwx------");
    }

    private byte[] secret() throws IOException {
        return Files.readAllBytes(dir.resolve("state/wireguard-key"));
    }

    private String text() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private RunningNode start() throws Exception {
        Settings settings = Settings.of(Map.of("wireguard.program", wireguard.program(), "router.device", DEVICE));
        return RunningNode.start(
                new NodeConfig(dir.resolve("state"), dir.resolve("netmap.json"), settings),
                List.of(new WireGuard(dir), offered),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static void await(Node node) throws InterruptedException {
        while (node.state() != NodeState.RUNNING) {
            Thread.sleep(10);
        }
    }

    /** Keeps what the feature offers the network. */
    private static final class Offered implements Feature, Offers {
        private String all = "";

        @Override
        public String name() {
            return "c2n";
        }

        @Override
        public void publish(Node node) {
            node.publish(Offers.class, this);
        }

        @Override
        public void offer(String feature, Map<String, Object> things) {
            all += things;
        }

        @Override
        public SortedMap<String, Map<String, Object>> current() {
            return new TreeMap<>();
        }
    }
}
