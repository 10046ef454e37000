package outpost.router.linux;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.Health;
import outpost.core.service.MeshRoutes;
import outpost.core.service.Problem;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("namespaces")
class LinuxRouterNamespaceTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();
    private Namespace namespace;

    @BeforeEach
    void makeNamespace() {
        namespace = new Namespace();
    }

    @AfterEach
    void removeNamespace() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void addressesAndRoutesFollowTheNetmapAndAreGoneWhenTheNodeGoesDown() throws Exception {
        namespace.device("outpost0");
        String untouched = rules();
        netmap("100.64.0.2", "fd7a::2");
        try (var running = start()) {
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);

            assertThat(namespace.run("ip", "-brief", "address", "show", "dev", "outpost0"))
                    .contains("100.64.0.1/32", "fd7a::1/128");
            assertThat(namespace.way("100.64.0.2")).contains("dev outpost0", "src 100.64.0.1");
            assertThat(namespace.way("fd7a::2")).contains("dev outpost0", "src fd7a::1");
            assertThat(namespace.way("100.100.100.100")).contains("dev outpost0");

            netmap("100.64.0.3", "fd7a::3");
            until(() -> routes().contains("100.64.0.3") && routes().contains("fd7a::3"));
            until(() -> !routes().contains("100.64.0.2") && !routes().contains("fd7a::2"));

            running.node().down();
            until(() -> running.node().state() == NodeState.STOPPED);
            assertThat(rules()).isEqualTo(untouched);
            assertThat(routes()).isEmpty();
            assertThat(namespace.run("ip", "-brief", "address", "show", "dev", "outpost0"))
                    .doesNotContain("100.64.0.1", "fd7a::1");
        }
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void closingTheNodeUndoesEverything() throws Exception {
        namespace.device("outpost0");
        String untouched = rules();
        netmap("100.64.0.2", "fd7a::2");
        try (var running = start()) {
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);
        }

        assertThat(routes()).isEmpty();
        assertThat(rules()).isEqualTo(untouched);
    }

    @Test
    void wayOutTakesTheRestOfTheWorldButNeverTheLocalNetworkNorTheTunnelItself() throws Exception {
        namespace.device("outpost0");
        namespace.device("lan0");
        namespace.run("ip", "address", "add", "192.168.7.1/24", "dev", "lan0");
        namespace.run("ip", "link", "set", "dev", "lan0", "up");
        namespace.run("ip", "route", "add", "default", "via", "192.168.7.254");
        String main = namespace.run("ip", "route", "show", "table", "main");
        netmap("100.64.0.2", "fd7a::2");
        try (var running = start()) {
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);
            MeshRoutes mesh = running.node().find(MeshRoutes.class).orElseThrow();
            mesh.accept("useexitnode", List.of(range("0.0.0.0/0")));
            mesh.accept("useroutes", List.of(range("192.168.7.0/24"), range("10.1.0.0/16")));

            assertThat(namespace.way("203.0.113.9")).contains("dev outpost0", "src 100.64.0.1");
            assertThat(namespace.way("10.1.2.3")).contains("dev outpost0");
            assertThat(namespace.way("192.168.7.9")).contains("dev lan0");
            assertThat(namespace.way("203.0.113.9", "mark", "0x4f50")).contains("via 192.168.7.254", "dev lan0");
            assertThat(namespace.run("ip", "route", "show", "table", "main")).isEqualTo(main);

            mesh.accept("useexitnode", List.of());
            assertThat(namespace.way("203.0.113.9")).contains("dev lan0");
            assertThat(namespace.way("10.1.2.3")).contains("dev outpost0");
        }
    }

    @Test
    void deviceThatComesLateIsAProblemUntilItIsThere() throws Exception {
        netmap("100.64.0.2", "fd7a::2");
        try (var running = start()) {
            running.node().up();
            until(() -> problems.text("osrouter").contains("Cannot find device"));

            namespace.device("outpost0");
            until(() -> problems.problems().isEmpty());

            assertThat(namespace.way("100.64.0.2")).contains("dev outpost0");
        }
    }

    @Test
    void whatAKilledNodeLeftBehindIsClearedAway() throws Exception {
        namespace.device("outpost0");
        String untouched = rules();
        namespace.run("ip", "link", "set", "dev", "outpost0", "up");
        namespace.run("ip", "address", "add", "100.64.0.1/32", "dev", "outpost0");
        namespace.run("ip", "route", "add", "10.99.0.0/16", "dev", "outpost0", "table", "20336");
        namespace.run("ip", "-4", "rule", "add", "pref", "20336", "not", "fwmark", "0x4f50", "table", "20336");
        netmap("100.64.0.2", "fd7a::2");
        try (var running = start()) {
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);

            assertThat(routes()).doesNotContain("10.99.0.0");
            assertThat(problems.problems()).isEmpty();
        }
        assertThat(rules()).isEqualTo(untouched);
    }

    private RunningNode start() throws Exception {
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
        var quiet = new PrintStream(PrintStream.nullOutputStream());
        return RunningNode.start(config, List.of(new LinuxRouter(namespace.prefix()), problems), quiet);
    }

    private void netmap(String peer, String peer6) throws IOException {
        Path next = folder.resolve("next.json");
        Files.writeString(next, """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1", "fd7a::1"]},
                 "peers": [{"name": "peer", "addresses": ["%s", "%s"], "online": true}]}
                """.formatted(peer, peer6));
        Files.move(next, folder.resolve("netmap.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String routes() {
        // A table that has never held a route is an error to ip, hence all tables.
        String all = namespace.run("ip", "-4", "route", "show", "table", "all")
                + namespace.run("ip", "-6", "route", "show", "table", "all");
        return String.join(
                "\n", all.lines().filter(line -> line.contains("table 20336")).toList());
    }

    private String rules() {
        return namespace.run("ip", "-4", "rule") + namespace.run("ip", "-6", "rule");
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("condition did not come true in 30 s")
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static IpPrefix range(String text) {
        return IpPrefix.parse(text).orElseThrow();
    }

    /** Health in its smallest form. */
    private static final class Problems implements Feature, Health {
        private final Map<String, Problem> known = new ConcurrentHashMap<>();

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
            known.put(key, new Problem(key, text, Instant.EPOCH));
        }

        @Override
        public void clear(String key) {
            known.remove(key);
        }

        @Override
        public List<Problem> problems() {
            return List.copyOf(known.values());
        }

        String text(String key) {
            return known.containsKey(key) ? known.get(key).text() : "";
        }
    }
}
