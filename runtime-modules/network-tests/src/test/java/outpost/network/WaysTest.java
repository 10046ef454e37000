package outpost.network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Capture;
import outpost.lab.Host;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.Member;
import outpost.lab.NameServer;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What lies behind nodes: a subnet behind one, everything behind another, as a client reaches both. */
@Tag("network")
@Timeout(180)
class WaysTest {
    private static final String WWW6 = "2001:db8:203::80";

    private static Lab lab;
    private static Host www;
    private static Host office;
    private static NameServer names;
    private static LabNode gateway;
    private static LabNode exit;
    private static LabNode client;
    private static List<Member> members;

    @BeforeAll
    static void connect() {
        lab = Lab.open("ways");
        names = lab.nameServer();
        www = lab.host("www", NameServer.WWW);
        gateway = lab.node("gateway", Images.minimal(), "advertiseroutes.ranges = 198.51.100.0/24");
        exit = lab.node("exit", Images.minimal(), "advertiseexitnode = true");
        client = lab.node("client", Images.minimal(), "useexitnode.peer = exit");
        office = lab.behind(gateway.host(), "office", "198.51.100");
        members = lab.up();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void aSubnetBehindANodeIsReachedUnderThatNodesAddress() {
        lab.transcript().note("A subnet behind the gateway: its hosts know no way into the mesh, and need none.");
        handshake(office.address());
        try (Capture wire = office.capture("eth0", "icmp")) {
            assertThat(ping(office.address())).contains("3 received");
            assertThat(wire.packets())
                    .hasSize(6)
                    .allMatch(packet -> packet.contains("198.51.100.1 > 198.51.100.2: ICMP echo request")
                            || packet.contains("198.51.100.2 > 198.51.100.1: ICMP echo reply"));
        }
        assertThat(client.outpost("status").done().text()).containsPattern("useroutes +198\\.51\\.100\\.0/24");
    }

    @Test
    void whatIsNotOfferedIsNotReached() {
        lab.transcript()
                .note(
                        "A client that sends other packets to the gateway, against what the network grants, gets no way there.");
        String address = NameServer.WWW + "/32";
        wireguard(member("gateway"), "100.64.0.1/32,198.51.100.0/24," + address);
        try (Capture wire = www.capture("eth0", "icmp")) {
            assertThat(ping(NameServer.WWW)).contains("0 received");
            assertThat(wire.packets()).isEmpty();
        } finally {
            wireguard(member("gateway"), "100.64.0.1/32,fd7a:115c:a1e0::1/128,198.51.100.0/24");
        }
        assertThat(gateway.host().must("iptables", "-v", "-S", "OUTPOST").text())
                .containsPattern("-i " + gateway.device() + " -c 3 \\d+ -j DROP");
    }

    private static void wireguard(Member peer, String allowed) {
        client.host().must("wg", "set", client.device(), "peer", peer.key(), "allowed-ips", allowed);
    }

    private static Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingElseTakesTheWayOut() {
        lab.transcript()
                .note(
                        "All else takes the way out: servers see the exit, and on the client's wire there is nothing but WireGuard.");
        handshake(NameServer.WWW);
        handshake(WWW6);
        try (Capture there = www.capture("eth0", "icmp or (icmp6 and ip6[40] = 128)");
                Capture wire = lab.internet().capture("to-client", "ip")) {
            assertThat(ping(NameServer.WWW)).contains("3 received");
            assertThat(ping(WWW6)).contains("3 received");
            assertThat(there.packets())
                    .as("requests of both families, answers of one")
                    .hasSize(9)
                    .allMatch(packet -> packet.contains("192.0.2.12 > " + NameServer.WWW)
                            || packet.contains(NameServer.WWW + " > 192.0.2.12")
                            || packet.contains("2001:db8:192::12 > " + WWW6));
            assertThat(wire.packets()).isNotEmpty().allMatch(packet -> packet.contains(".51820: UDP,"));
        }
        lab.transcript().note("TCP as well, here to the nameserver itself.");
        assertThat(client.host()
                        .must("dig", "+tcp", "+short", "@" + NameServer.ADDRESS, "www.public.example")
                        .lines())
                .containsExactly(NameServer.WWW);
    }

    @Test
    void questionsOfTheClientAreAskedByTheExit() {
        lab.transcript()
                .note("Names of the internet are asked through the exit's peer API, which asks its own nameserver.");
        try (Capture mesh = client.host().capture(client.device(), "tcp port 8089");
                Capture wire = lab.internet().capture("to-client", "port 53");
                Capture there = names.host().capture("eth0", "udp port 53")) {
            String said =
                    client.host().must("dig", "+time=10", "www.public.example").text();
            assertThat(said)
                    .contains("status: NOERROR", NameServer.WWW, "SERVER: 100.100.100.100#53")
                    .containsPattern("flags: qr rd ra;");
            assertThat(mesh.packets())
                    .as("HTTP to the exit's address in the mesh")
                    .anyMatch(packet -> packet.contains(client.address() + ".")
                            && packet.contains("> " + exit.address() + ".8089: Flags [S]"));
            assertThat(wire.packets()).as("no question in the clear").isEmpty();
            assertThat(there.packets())
                    .anyMatch(packet -> packet.contains("IP 192.0.2.12.") && packet.contains("A? www.public.example."))
                    .noneMatch(packet -> packet.contains(client.host().address()));
        }
        assertThat(client.outpost("dig", "text.public.example", "TXT").done().text())
                .contains("NOERROR", "said by the real nameserver");
    }

    @Test
    void aNodeThatIsNoWayOutAnswersNoQuestionsAndNobodyElseIsAnswered() {
        lab.transcript()
                .note("Others' questions are answered by the exit alone, and nobody but peers is answered at all.");
        String question = "/dns-query?dns=AAABAAABAAAAAAAAAm5zBnB1YmxpYwdleGFtcGxlAAABAAE";
        // The address of ns.public.example.
        assertThat(status(client.host(), "http://" + exit.address() + ":8089" + question))
                .isEqualTo("200");
        assertThat(status(client.host(), "http://" + gateway.address() + ":8089" + question))
                .isEqualTo("403");

        lab.internet().ip("route", "add", exit.address(), "via", exit.host().address(), "dev", "to-exit");
        assertThat(status(www, "http://" + exit.address() + ":8089" + question))
                .as("from the internet, which knows the way but is no peer")
                .isEqualTo("503");
    }

    private static String status(Host from, String url) {
        return from.run("curl", "-sS", "--max-time", "10", "-o", "/dev/null", "-w", "%{http_code}", url)
                .lines()
                .get(0);
    }

    /** The first packet waits until both ends have agreed on keys. */
    private static void handshake(String address) {
        client.host().must("ping", "-n", "-c", "1", "-W", "20", address);
    }

    private static String ping(String address) {
        return client.host().run("ping", "-n", "-c", "3", "-W", "2", address).text();
    }
}
