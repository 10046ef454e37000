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
import outpost.lab.NameServer;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of the mesh and of the internet, as the programs of a machine ask for them. */
@Tag("network")
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MagicDnsTest {
    private static final String SERVICE = "100.100.100.100";
    private static final String SERVICE_V6 = "fd7a:115c:a1e0::53";

    private static Lab lab;
    private static LabNode a;
    private static LabNode printer;
    private static LabNode six;

    @BeforeAll
    static void connect() {
        lab = Lab.open("magic-dns");
        lab.nameServer();
        a = lab.node("a", Images.minimal());
        printer = lab.node("printer", Images.minimal());
        six = lab.node("six", Images.minimal()).withoutIpv4();
        lab.up();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void theSystemAsksTheNode() {
        lab.transcript().note("The list of nameservers is the node's own while it is up.");
        assertThat(a.host().must("cat", "/etc/resolv.conf").lines())
                .contains("nameserver " + SERVICE, "search tail.example");
    }

    @Test
    @Order(2)
    void aProgramFindsAPeerByItsFirstName() {
        lab.transcript()
                .note("A program asks its C library, which asks what resolv.conf names, with the search domain.");
        assertThat(a.host().must("getent", "ahosts", "printer").text()).contains(printer.address(), printer.address6());
        assertThat(a.host().must("ping", "-c", "1", "-W", "10", "printer").text())
                .contains("PING printer", "1 received");
        assertThat(a.host().must("getent", "hosts", printer.address()).text()).contains("printer.tail.example");
        assertThat(a.host().run("getent", "ahosts", "nobody").exit()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void recordsComeOverUdpAndTcp() {
        lab.transcript().note("Records of every kind, over UDP and over TCP.");
        for (String transport : List.of("+notcp", "+tcp")) {
            assertThat(dig(transport, "printer.tail.example", "A")).containsExactly(printer.address());
            assertThat(dig(transport, "printer.tail.example", "AAAA")).containsExactly(printer.address6());
            assertThat(dig(transport, "-x", printer.address())).containsExactly("printer.tail.example.");
            assertThat(dig(transport, "-x", printer.address6())).containsExactly("printer.tail.example.");
            assertThat(dig(transport, "www.public.example", "A")).containsExactly(NameServer.WWW);
        }
        assertThat(a.host()
                        .must("dig", "@" + SERVICE_V6, "+short", "printer.tail.example")
                        .lines())
                .containsExactly(printer.address());
        assertThat(a.host().must("dig", "@" + SERVICE, "nobody.tail.example").text())
                .contains("status: NXDOMAIN")
                .containsPattern("flags: qr aa rd ra;");
    }

    private static List<String> dig(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "dig";
        all[1] = "@" + SERVICE;
        all[2] = "+short";
        all[3] = "+time=10";
        System.arraycopy(words, 0, all, 4, words.length);
        return a.host().must(all).lines();
    }

    @Test
    @Order(4)
    void otherNamesAreAskedOfTheNameserverThatWasThereBefore() {
        lab.transcript().note("Names of the internet come from the nameserver that resolv.conf named before.");
        try (Capture wire = a.host().capture("eth0", "host " + NameServer.ADDRESS + " and port 53")) {
            assertThat(dig("text.public.example", "TXT")).containsExactly("\"said by the real nameserver\"");
            assertThat(wire.packets()).anyMatch(packet -> packet.contains("TXT? text.public.example."));
        }
        assertThat(a.host().must("getent", "ahosts", "www.public.example").text())
                .contains(NameServer.WWW, "2001:db8:203::80");
    }

    @Test
    @Order(5)
    void whatFitsIntoNoDatagramComesOverTcpAllTheWay() {
        lab.transcript().note("Forty records: the node asks again over TCP, and so does whoever asks it.");
        try (Capture wire = a.host().capture("eth0", "host " + NameServer.ADDRESS + " and tcp port 53")) {
            assertThat(dig("large.public.example", "TXT")).hasSize(40);
            assertThat(wire.packets()).isNotEmpty();
        }
    }

    @Test
    @Order(6)
    void theCommandLineAsksTheNodesResolver() {
        lab.transcript().note("The command line asks the node itself.");
        assertThat(a.outpost("dig", "printer.tail.example").done().text()).contains("NOERROR", "aa", printer.address());
        assertThat(a.outpost("dig", "www.public.example", "AAAA").done().text())
                .contains("NOERROR", "2001:db8:203:0:0:0:0:80");
    }

    @Test
    @Order(7)
    void aNodeOfIpv6AloneIsAskedThere() {
        lab.transcript()
                .note("A node without an address of IPv4: its programs ask it over IPv6, and nothing leaves the host.");
        assertThat(six.host().must("cat", "/etc/resolv.conf").lines())
                .contains("nameserver " + SERVICE_V6)
                .doesNotContain("nameserver " + SERVICE);
        try (Capture wire = six.host().capture("eth0", "port 53")) {
            assertThat(six.host().must("getent", "ahosts", "printer").text()).contains(printer.address6());
            assertThat(six.host()
                            .must("ping", "-6", "-c", "1", "-W", "10", "printer")
                            .text())
                    .contains("1 received");
            assertThat(wire.packets()).isEmpty();
        }
    }

    @Test
    @Order(8)
    void aListThatAnotherProgramHasWrittenIsTakenAnew() {
        lab.transcript().note("A renewal of DHCP writes the list of nameservers, and the node takes it anew.");
        a.host().resolvConf("nameserver " + NameServer.ADDRESS + "\noptions timeout:3\n");
        Await.until(
                Duration.ofSeconds(20),
                () -> "the list is not taken anew: " + a.host().resolvConf(),
                () -> a.host().resolvConf().contains("nameserver " + SERVICE + "\n"));
        assertThat(a.host().resolvConf()).endsWith("\noptions timeout:3\n");
        assertThat(a.host().must("getent", "ahosts", "printer").text()).contains(printer.address());
        assertThat(a.host().must("getent", "ahosts", "www.public.example").text())
                .contains(NameServer.WWW);
        assertThat(a.outpost("status").done().text())
                .contains("  resolv-conf: /etc/resolv.conf is written by another program as well");
        assertThat(a.daemon().log()).containsOnlyOnce("/etc/resolv.conf was written by another program");
    }

    @Test
    @Order(9)
    void theListOfNameserversComesBackWhenTheNodeGoesDown() {
        lab.transcript()
                .note("The list of nameservers comes back when the node goes down, and names of the mesh are gone.");
        a.outpost("down").done();
        Await.until(
                Duration.ofSeconds(20),
                () -> "resolv.conf does not come back: " + a.host().resolvConf(),
                () -> a.host().resolvConf().equals("nameserver " + NameServer.ADDRESS + "\noptions timeout:3\n"));
        assertThat(a.host().must("getent", "ahosts", "www.public.example").text())
                .contains(NameServer.WWW);
        assertThat(a.host().run("getent", "ahosts", "printer.tail.example").exit())
                .isEqualTo(2);
    }
}
