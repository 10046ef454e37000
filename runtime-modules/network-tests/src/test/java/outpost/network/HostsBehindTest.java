package outpost.network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Capture;
import outpost.lab.Host;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.Member;
import outpost.lab.NameServer;
import outpost.lab.RunningProgram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a machine that forwards packets lets through, and what it keeps for its own programs. */
@Tag("network")
@Timeout(180)
class HostsBehindTest {
    private static final String SERVICE = "100.100.100.100";
    private static final String SECOND = "198.51.102.0/24";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Lab lab;
    private static Host www;
    private static Host office;
    private static Host guest;
    private static LabNode gateway;
    private static LabNode client;
    private static List<Member> members;

    @BeforeAll
    static void connect() {
        lab = Lab.open("hosts-behind");
        lab.nameServer();
        www = lab.host("www", NameServer.WWW);
        gateway = lab.node("gateway", Images.minimal(), "advertiseroutes.ranges = 198.51.100.0/24, " + SECOND);
        client = lab.node("client", Images.minimal());
        office = lab.behind(gateway.host(), "office", "198.51.100");
        guest = lab.behind(client.host(), "guest", "198.51.101");
        members = lab.up();
        client.host().must("ping", "-n", "-c", "1", "-W", "20", gateway.address());
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void theServicesOfANodeAreNotForwardedToWhateverTheMachineElseDoes() {
        lab.transcript()
                .note(
                        "A host behind the gateway asks at the address of its services, also where its machine masquerades all.");
        office.ip("route", "add", SERVICE, "via", "198.51.100.1");
        gateway.host().must("iptables", "-t", "nat", "-A", "POSTROUTING", "-j", "MASQUERADE");
        try {
            assertThat(ask(office)).as("no answer").isEqualTo(9);
            assertThat(gateway.host().must("iptables", "-v", "-S", "OUTPOST").text())
                    .containsPattern("-d " + SERVICE + "/32 -c [1-9]\\d* \\d+ -j DROP");
        } finally {
            gateway.host().must("iptables", "-t", "nat", "-D", "POSTROUTING", "-j", "MASQUERADE");
        }
        assertThat(gateway.counted("dns", "netmap")).as("nothing came there").isZero();
    }

    @Test
    void whereTheSystemForwardsByItselfTheStackAnswersItsOwnMachineAlone() {
        lab.transcript().note("A machine forwards by itself, and the node on it has no chain: a host behind it asks.");
        guest.ip("route", "add", "default", "via", "198.51.101.1");
        client.host().must("sysctl", "-qw", "net.ipv4.ip_forward=1");
        long before = client.counted("netstack", "dropped-source");
        assertThat(ask(guest)).as("no answer").isEqualTo(9);
        assertThat(client.counted("netstack", "dropped-source")).isGreaterThan(before);

        lab.transcript().note("The machine's own programs are answered, whichever of its addresses they ask from.");
        for (String own : List.of(client.address(), client.host().address(), "198.51.101.1")) {
            assertThat(client.host()
                            .must("dig", "-b", own, "+short", "+time=5", "@" + SERVICE, "gateway.tail.example")
                            .lines())
                    .as(own)
                    .containsExactly(gateway.address());
        }
    }

    private static int ask(Host host) {
        return host.run("dig", "+time=1", "+tries=2", "@" + SERVICE, "client.tail.example")
                .exit();
    }

    @Test
    void whileGrantsChangeNothingElseIsLetThrough() {
        lab.transcript()
                .note(
                        "Grants come and go while a client sends, many times a second, to where it may not: nothing arrives.");
        String key = members.stream()
                .filter(member -> member.name().equals("gateway"))
                .findFirst()
                .orElseThrow()
                .key();
        String device = client.device();
        client.host()
                .must(
                        "wg",
                        "set",
                        device,
                        "peer",
                        key,
                        "allowed-ips",
                        gateway.address() + "/32," + NameServer.WWW + "/32");
        client.host().ip("route", "add", NameServer.WWW, "dev", device);
        try (Capture wire = www.capture("eth0", "icmp");
                RunningProgram sending =
                        client.host().start("ping.log", "ping", "-n", "-q", "-i", "0.002", "-W", "1", NameServer.WWW)) {
            for (int i = 0; i < 4; i++) {
                grant(SECOND, "198.51.103.0/24");
                awaitChain(false);
                grant("198.51.103.0/24", SECOND);
                awaitChain(true);
            }
            Await.pause(Duration.ofMillis(500));
            assertThat(sending.isAlive()).isTrue();
            assertThat(gateway.host().must("iptables", "-v", "-S", "OUTPOST").text())
                    .as("they have come so far")
                    .containsPattern("-i " + gateway.device() + " -c [1-9]\\d+ \\d+ -j DROP");
            assertThat(wire.packets()).isEmpty();
        }
        assertThat(gateway.counted("iptables", "filled")).isGreaterThanOrEqualTo(9);
    }

    /** Has the network grant the gateway another range in the place of one. */
    private static void grant(String former, String next) {
        try {
            String netmap = Files.readString(gateway.netmap()).replace(former, next);
            Path partial = Files.writeString(gateway.netmap().resolveSibling("netmap.json.partial"), netmap);
            Files.move(partial, gateway.netmap(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitChain(boolean second) {
        Await.until(
                PATIENCE,
                () -> "the chain does not change",
                () -> gateway.host().must("iptables", "-S", "OUTPOST").text().contains(SECOND) == second);
    }
}
