package outpost.network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Capture;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.Member;
import outpost.lab.PlainPeer;
import outpost.lab.RunningProgram;
import outpost.lab.Said;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes of a router's image, and a member that has WireGuard and no Outpost. */
@Tag("network")
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
    private static final Pattern RECEIVED = Pattern.compile("([0-9.]+) Mbits/sec +receiver");

    private static Lab lab;
    private static LabNode a;
    private static LabNode b;
    private static PlainPeer plain;

    @BeforeAll
    static void connect() {
        lab = Lab.open("two-nodes");
        a = lab.node("a", Images.minimal());
        b = lab.node("b", Images.minimal());
        plain = lab.plainPeer("plain");
        plain.meet(lab.up());
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    @Order(2)
    void eachReachesTheOtherThroughTheKernelAndWireGuard() {
        lab.transcript().note("Each reaches the other; on the internet nothing but WireGuard's packets is seen.");
        try (Capture wire = lab.internet().capture("to-a", "ip or ip6")) {
            assertThat(ping(a, b.address())).contains("3 received");
            assertThat(ping(b, a.address())).contains("3 received");
            assertThat(ping(a, b.address6())).contains("3 received");
            assertThat(wire.packets())
                    .isNotEmpty()
                    .filteredOn(packet -> !packet.contains("ICMP6"))
                    .allMatch(packet -> packet.contains(".51820: UDP,"));
        }
        assertThat(a.host().must("wg", "show", a.device()).text())
                .contains("latest handshake", "allowed ips: " + b.address() + "/32");
    }

    private static String ping(LabNode from, String address) {
        return from.host().run("ping", "-n", "-c", "3", "-W", "10", address).text();
    }

    @Test
    @Order(3)
    void aMemberWithoutOutpostIsReachedAndReaches() {
        lab.transcript().note("A member with wireguard-go and wg, and no Outpost.");
        assertThat(ping(a, plain.address())).contains("3 received");
        assertThat(plain.host()
                        .run("ping", "-n", "-c", "3", "-W", "10", b.address())
                        .text())
                .contains("3 received");
    }

    @Test
    @Order(5)
    void thePathCarriesAStream() {
        lab.transcript().note("What the path carries: a figure of this machine, which no one is held to.");
        // Less than one is a path that is broken, on any machine.
        assertThat(megabits(b.address())).isGreaterThan(1);
        lab.transcript().note("For comparison, the same without the mesh.");
        assertThat(megabits(b.host().address())).isGreaterThan(1);
    }

    /** What came through in three seconds, a second. */
    private static double megabits(String address) {
        try (RunningProgram server = b.host().start("iperf3.log", "iperf3", "--server", "--one-off", "--forceflush")) {
            server.awaitText("Server listening");
            Said said = a.host().must("iperf3", "--client", address, "--time", "3", "--format", "m");
            Matcher figure = RECEIVED.matcher(said.text());
            assertThat(figure.find()).as(said.text()).isTrue();
            return Double.parseDouble(figure.group(1));
        }
    }

    @Test
    @Order(4)
    void theCommandLinePingsByNameAndAddress() {
        lab.transcript().note("The command line asks a peer whether it is there.");
        assertThat(a.outpost("ping", "b").done().text())
                .matches("(?s)b \\(100\\.64\\.0\\.2\\) answered in [0-9.]+ ms\\s*");
        assertThat(a.outpost("ping", plain.address()).done().text()).contains("answered in");
        lab.transcript().note("The network gets a member that is not there.");
        lab.control()
                .add(new Member(
                        "gone",
                        List.of("100.64.0.99"),
                        List.of(),
                        "//////////////////////////////////////////8=",
                        "192.0.2.99:51820",
                        Optional.empty()));
        lab.control().tell();
        Await.until(
                Duration.ofSeconds(20),
                () -> "a has not heard of the new member",
                () -> a.outpost("status").text().contains("gone"));
        Said silent = a.outpost("ping", "gone");
        assertThat(silent.exit()).as(silent.text()).isEqualTo(6);
        assertThat(silent.text()).contains("no answer from gone within 5 s");
    }

    @Test
    @Order(6)
    void aTunnelWhoseProcessIsKilledComesBackWithAllThatStoodOnIt() {
        lab.transcript().note("Somebody kills the process of a's tunnel.");
        String routes = a.host().must("ip", "route", "show", "table", "20336").text();
        assertThat(routes).contains(b.address());
        String process = a.host()
                .must("pgrep", "-f", "wireguard-go -f " + a.device())
                .text()
                .strip();
        a.host().must("kill", "-KILL", process);
        Await.until(
                Duration.ofSeconds(30),
                () -> "b is not reached again",
                () -> ping(a, b.address()).contains("3 received"));
        assertThat(ping(a, b.address6())).contains("3 received");
        assertThat(a.host().must("ip", "route", "show", "table", "20336").text())
                .isEqualTo(routes);
        assertThat(a.outpost("status").text()).doesNotContain("wireguard:");
    }

    @Test
    @Order(1)
    void statusTellsPeersAndNothingWrong() {
        lab.transcript().note("What the command line tells once both nodes run.");
        assertThat(a.outpost("status").done().text())
                .contains("a.tail.example", "running", "plain", "Nothing is known to be wrong.");
    }
}
