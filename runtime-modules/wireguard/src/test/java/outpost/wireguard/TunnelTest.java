package outpost.wireguard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.service.DeviceReplaced;
import outpost.core.service.Health;
import outpost.core.service.Problem;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of which netmap, and what becomes of a process that ends by itself. */
@Timeout(120)
class TunnelTest {
    private static final String DEVICE = "op0";
    private static final String A = "01" + "00".repeat(31);
    private static final String B = "02" + "00".repeat(31);

    @TempDir
    private Path dir;

    private final Problems problems = new Problems();
    private final BlockingQueue<DeviceReplaced> replaced = new LinkedBlockingQueue<>();
    private PlayedWireGuard wireguard;

    @BeforeEach
    void play() throws IOException {
        wireguard = new PlayedWireGuard(dir, DEVICE);
        netmap("AQ");
    }

    @AfterEach
    void end() {
        wireguard.close();
    }

    @Test
    void theFirstNetmapIsToldWholeAndLaterOnesByTheirPeers() throws Exception {
        try (RunningNode running = start()) {
            running.node().up();
            assertThat(wireguard.next())
                    .startsWith("set=1\nprivate_key=")
                    .contains("\nlisten_port=51820\n", "\nfwmark=20304\n", "\nreplace_peers=true\npublic_key=" + A);

            netmap("Ag");
            assertThat(wireguard.next())
                    .startsWith("set=1\npublic_key=" + A + "\nremove=true\npublic_key=" + B + "\n")
                    .doesNotContain("private_key", "replace_peers");
            netmap("AQ");
            assertThat(wireguard.next())
                    .as("and what is no more is that of the netmap before")
                    .startsWith("set=1\npublic_key=" + B + "\nremove=true\npublic_key=" + A + "\n");

            ProcessHandle process = wireguard.process();
            running.node().down();
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        wireguard.assertNothingMore();
        assertThat(problems.kept).isEmpty();
        assertThat(replaced).as("the first device replaces none").isEmpty();
    }

    @Test
    void whatWasRefusedIsToldWholeAgainToTheSameProcess() throws Exception {
        wireguard.answer("errno=-22\n\n");
        try (RunningNode running = start()) {
            running.node().up();
            wireguard.next();
            awaitProblem("WireGuard refused its configuration: errno=-22");
            ProcessHandle process = wireguard.process();

            wireguard.answer(PlayedWireGuard.TAKEN);
            netmap("Ag");
            assertThat(wireguard.next())
                    .as("it has never heard of its key")
                    .contains("private_key=", "public_key=" + B)
                    .doesNotContain(A);
            while (!problems.kept.isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(wireguard.process()).isEqualTo(process);
        }
    }

    @Test
    void aProcessThatEndsIsMadeAnewAndWhoeverSetSomethingOnTheDeviceIsTold() throws Exception {
        try (RunningNode running = start()) {
            running.node().up();
            wireguard.next();
            ProcessHandle former = wireguard.process();
            former.destroy();
            awaitProblem("the process of op0 has ended, and nothing reaches the mesh until it is there again");

            assertThat(wireguard.next()).contains("private_key=", "public_key=" + A);
            assertThat(wireguard.process()).isNotEqualTo(former);
            assertThat(replaced.poll(30, TimeUnit.SECONDS)).isEqualTo(new DeviceReplaced(DEVICE));
            while (!problems.kept.isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(running.node().store().read("wireguard-device")).isPresent();
        }
        wireguard.assertNothingMore();
    }

    @Test
    void aNodeThatIsDownIsNotGivenADeviceAgain() throws Exception {
        try (RunningNode running = start()) {
            running.node().up();
            wireguard.next();
            ProcessHandle process = wireguard.process();
            process.destroy();
            awaitProblem("has ended");
            running.node().down();
            while (running.node().store().read("wireguard-device").isPresent()) {
                Thread.sleep(10);
            }
            Thread.sleep(Tunnel.PAUSE.plusMillis(500).toMillis());
            wireguard.assertNothingMore();
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void aProgramThatIsNotThereIsToldWithWhatToDo() throws Exception {
        try (RunningNode running = start("no-such-wireguard")) {
            running.node().up();
            awaitProblem("no-such-wireguard could not be started: install wireguard-go, or name it with"
                    + " wireguard.program");
        }
    }

    private void awaitProblem(String text) throws InterruptedException {
        while (!problems.kept.getOrDefault("wireguard", "").contains(text)) {
            Thread.sleep(10);
        }
    }

    private RunningNode start() throws Exception {
        return start(wireguard.program());
    }

    private RunningNode start(String program) throws Exception {
        Settings settings = Settings.of(Map.of("wireguard.program", program, "router.device", DEVICE));
        RunningNode running = RunningNode.start(
                new NodeConfig(dir.resolve("state"), dir.resolve("netmap.json"), settings),
                List.of(new WireGuard(dir), problems),
                new PrintStream(PrintStream.nullOutputStream()));
        running.node().events().subscribe(DeviceReplaced.class, replaced::add);
        return running;
    }

    /** @param key how the peer's key begins */
    private void netmap(String key) throws IOException {
        Path partial = Files.writeString(dir.resolve("netmap.new"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "other", "addresses": ["100.64.0.2"], "key": "%s%s="}]}
                """.formatted(key, "A".repeat(41)));
        Files.move(partial, dir.resolve("netmap.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is wrong now. */
    private static final class Problems implements Feature, Health {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "health";
        }

        @Override
        public void publish(Node node) {
            node.publish(Health.class, this);
        }

        @Override
        public void report(String key, String text) {
            kept.put(key, text);
        }

        @Override
        public void clear(String key) {
            kept.remove(key);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
