package outpost.network;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.NameServer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import static org.assertj.core.api.Assertions.assertThat;

/** How the daemon ends: TERM leaves nothing; KILL leaves all of it, and the next start repairs that. */
@Tag("network")
@Timeout(240)
class SignalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Lab lab;
    private LabNode exit;
    private LabNode peer;
    private SortedMap<String, List<String>> before;
    private SortedMap<String, List<String>> up;

    /** An exit node with all that touches its machine: device, routes, names, forwarding. */
    @BeforeEach
    void connect(TestInfo test) {
        lab = Lab.open("signals-" + test.getTestMethod().orElseThrow().getName());
        lab.nameServer();
        exit = lab.node("exit", Images.minimal(), "advertiseexitnode = true");
        peer = lab.node("peer", Images.minimal());
        HostState.settle(exit);
        before = HostState.of(exit);
        lab.up();
        answers();
        up = HostState.of(exit);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void termLeavesNothing() {
        assertThat(before.get("programs")).isEmpty();
        assertThat(up.get("rules")).anyMatch(rule -> rule.startsWith("20336:"));
        assertThat(up.get("rules of IPv6")).anyMatch(rule -> rule.startsWith("20336:"));
        assertThat(up.get("routes")).anyMatch(route -> route.startsWith(peer.address() + " dev " + exit.device()));
        assertThat(up.get("iptables")).anyMatch(rule -> rule.endsWith("-j MASQUERADE"));
        assertThat(up.get("ip6tables")).anyMatch(rule -> rule.endsWith("-j MASQUERADE"));
        assertThat(up.get("resolv.conf")).contains("nameserver 100.100.100.100");
        assertThat(up.get("forwarding")).allMatch(line -> line.endsWith("= 1"));
        assertThat(before.get("forwarding")).allMatch(line -> line.endsWith("= 0"));
        assertThat(up.get("devices")).contains(exit.device(), "outpost-svc");
        assertThat(up.get("programs")).hasSize(2).contains("wireguard-go");

        lab.transcript().note("TERM: all of that goes.");
        assertThat(exit.terminate()).isZero();
        HostState.assertSame(exit, before);
    }

    @Test
    void killLeavesAllAndTheNextStartRepairsIt() {
        kill();
        lab.transcript().note("The next start takes over what was left, once each, and works.");
        exit.start();
        Await.until(
                PATIENCE,
                () -> "the node does not come up",
                () -> exit.outpost("status").text().contains("running"));
        answers();
        HostState.assertSame(exit, up);

        lab.transcript().note("And the end of that leaves nothing, neither its own nor of the one that was killed.");
        assertThat(exit.terminate()).isZero();
        HostState.assertSame(exit, before);
    }

    @Test
    void aStartThatDoesNotComeUpRepairsItAsWell() throws IOException {
        kill();
        lab.transcript().note("The next start knows no network: it takes away what the one before has left.");
        Files.delete(exit.netmap());
        exit.start();
        Map<String, List<String>> started = HostState.of(exit);
        for (String repaired : before.keySet()) {
            if (!repaired.equals("programs")) {
                assertThat(started.get(repaired)).as(repaired).isEqualTo(before.get(repaired));
            }
        }
        assertThat(started.get("programs")).as("the daemon alone").hasSize(1);
        assertThat(exit.terminate()).isZero();
        HostState.assertSame(exit, before);
    }

    private void kill() {
        lab.transcript().note("KILL: nothing is changed back.");
        exit.kill();
        SortedMap<String, List<String>> left = HostState.of(exit);
        for (String same : List.of("rules", "rules of IPv6", "iptables", "ip6tables", "resolv.conf", "forwarding")) {
            assertThat(left.get(same)).as(same).isEqualTo(up.get(same)).isNotEqualTo(before.get(same));
        }
        assertThat(left.get("programs")).containsExactly("wireguard-go");
        assertThat(left.get("devices")).contains(exit.device()).doesNotContain("outpost-svc");
        assertThat(left.get("routes")).anyMatch(route -> route.startsWith(peer.address() + " dev " + exit.device()));
        assertThat(exit.host().run("getent", "ahosts", "www.public.example").exit())
                .as("no name is found")
                .isNotZero();
    }

    private void answers() {
        assertThat(exit.host()
                        .must("ping", "-n", "-c", "1", "-W", "20", peer.address())
                        .text())
                .contains("1 received");
        assertThat(exit.host().must("getent", "ahosts", "www.public.example").text())
                .contains(NameServer.WWW);
    }
}
