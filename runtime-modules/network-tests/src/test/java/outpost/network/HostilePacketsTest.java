package outpost.network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Capture;
import outpost.lab.Said;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packets and questions of those who mean nothing well: nothing dies, memory stays bounded, counters tell, and who
 * asks as one should is answered meanwhile and afterwards.
 */
@Tag("network")
@Timeout(180)
class HostilePacketsTest {
    private static final String SERVICE_V6 = "fd7a:115c:a1e0::53";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Siege siege;

    @BeforeAll
    static void begin() {
        siege = Siege.of("hostile-packets");
    }

    @AfterAll
    static void end() {
        siege.close();
    }

    @AfterEach
    void itIsAsItWas() {
        siege.assertOver();
    }

    @Test
    void packetsAtTheDeviceOfTheServices() {
        siege.lab
                .transcript()
                .note("Packets of real questions, replayed, cut, changed, and noise, straight into the device.");
        List<byte[]> real;
        try (Capture device = siege.node.host().capture("outpost-svc", "ip or ip6")) {
            siege.answersNames();
            siege.node.host().must("dig", "@" + Siege.SERVICE, "+tcp", "+short", "large.public.example", "TXT");
            siege.node.host().must("dig", "@" + SERVICE_V6, "+tcp", "+short", "siege.friend.tail.example");
            siege.node.host().must("ping", "-n", "-c", "1", Siege.SERVICE);
            assertThat(device.packets()).hasSizeGreaterThan(20);
            real = Messages.captured(device.file(), 0);
        }
        Messages messages = new Messages(Siege.SEED)
                .replayed(real, 20)
                .cut(real.subList(0, 10))
                .changed(real, 40_000)
                .noise(40_000, 1280);
        long dropped = siege.dropped();
        siege.meanwhile(
                siege.node.host(), "packets", List.of("outpost-svc", siege.file(messages)), siege::answersNames);
        assertThat(siege.dropped() - dropped)
                .as("packets that were dropped and counted")
                .isGreaterThan(20_000);
        assertThat(siege.node.counted("netstack", "dropped-checksum")).isPositive();
        assertThat(siege.node.counted("netstack", "dropped-malformed")).isPositive();
        assertThat(siege.node.counted("netstack", "dropped-out-of-place")).isPositive();
    }

    @Test
    void datagramsThatFitIntoNoPacket() {
        siege.lab
                .transcript()
                .note("Datagrams of up to 60 KiB: the kernel sends them in parts, and those are refused.");
        long before = siege.node.counted("netstack", "dropped-fragment");
        Messages messages = new Messages(Siege.SEED);
        for (int i = 1; i <= 200; i++) {
            messages.add(new byte[300 * i]);
        }
        siege.meanwhile(
                siege.node.host(),
                "datagrams",
                List.of(Siege.SERVICE, "53", siege.file(messages)),
                siege::answersNames);
        siege.meanwhile(
                siege.node.host(), "datagrams", List.of(SERVICE_V6, "53", siege.file(messages)), siege::answersNames);
        assertThat(siege.node.counted("netstack", "dropped-fragment") - before).isGreaterThan(1_000);
    }

    @Test
    void messagesThatAreNoQuestions() {
        siege.lab.transcript().note("Names that loop, counts and lengths that lie, over UDP and over TCP.");
        long before = siege.node.counted("dns", "malformed");
        List<byte[]> crooked = Questions.crooked();
        Messages messages =
                new Messages(Siege.SEED).replayed(crooked, 200).cut(crooked).changed(crooked, 20_000);
        siege.meanwhile(
                siege.node.host(),
                "datagrams",
                List.of(Siege.SERVICE, "53", siege.file(messages)),
                siege::answersNames);
        assertThat(siege.node.counted("dns", "malformed") - before).isGreaterThan(2_000);

        long connections = siege.node.counted("dns", "malformed");
        Messages streams = new Messages(Siege.SEED).noise(300, 1_000);
        for (byte[] message : crooked) {
            byte[] framed = new byte[message.length + 2];
            framed[1] = (byte) message.length;
            framed[0] = (byte) (message.length >> 8);
            System.arraycopy(message, 0, framed, 2, message.length);
            streams.replayed(List.of(framed), 20);
        }
        siege.meanwhile(
                siege.node.host(), "streams", List.of(Siege.SERVICE, "53", siege.file(streams)), siege::answersNames);
        assertThat(siege.node.counted("dns", "malformed")).isGreaterThan(connections);
    }

    @Test
    void namesThatNobodyHas() {
        siege.lab
                .transcript()
                .note(
                        "A flood of names, all different: here with a nameserver that answers, there with one that never does.");
        Random random = new Random(Siege.SEED);
        Messages messages = new Messages(Siege.SEED);
        for (int i = 0; i < 20_000; i++) {
            messages.add(Questions.random(random, "public.example"));
        }
        long forwarded = siege.node.counted("dns", "forwarded");
        siege.meanwhile(
                siege.node.host(),
                "datagrams",
                List.of(Siege.SERVICE, "53", siege.file(messages)),
                siege::answersNames);
        Await.until(
                PATIENCE, () -> "few were forwarded", () -> siege.node.counted("dns", "forwarded") - forwarded > 500);

        siege.meanwhile(
                siege.friend.host(),
                "datagrams",
                List.of(Siege.SERVICE, "53", siege.file(messages)),
                siege::friendAnswersItsOwnNames);
        assertThat(siege.friend.counted("dns", "too-many"))
                .as("more than may wait")
                .isGreaterThan(1_000);
        Await.until(
                PATIENCE,
                () -> "those that waited were not given up",
                () -> siege.friend.counted("dns", "unanswered") >= 256);
        siege.friendAnswersItsOwnNames();
    }

    @Test
    void packetsOfTheTunnelAgainAndNoise() {
        siege.lab
                .transcript()
                .note("What a peer has sent, encrypted, again and changed, and noise, at the port of WireGuard.");
        List<byte[]> real;
        try (Capture wire = siege.attacker
                .host()
                .capture("eth0", "src host " + siege.attacker.host().address() + " and udp port 51820")) {
            siege.attacker.host().must("ping", "-n", "-c", "5", "-i", "0.2", "-W", "20", siege.node.address());
            assertThat(wire.packets()).hasSizeGreaterThan(4);
            // Behind the headers of Ethernet, IP and UDP.
            real = Messages.captured(wire.file(), 14 + 20 + 8);
        }
        Messages messages = new Messages(Siege.SEED)
                .replayed(real, 500)
                .cut(real)
                .changed(real, 10_000)
                .noise(10_000, 1_400);
        siege.meanwhile(
                siege.attacker.host(),
                "datagrams",
                List.of(siege.node.host().address(), "51820", siege.file(messages)),
                () -> siege.friend.host().must("ping", "-n", "-c", "10", "-i", "0.2", "-W", "5", siege.node.address()));
        siege.attacker.host().must("ping", "-n", "-c", "10", "-i", "0.2", "-W", "5", siege.node.address());
    }

    @Test
    void aPeerAtTheServicesOfAnotherNode() {
        siege.lab
                .transcript()
                .note("A peer that sends to the address of services through the way out: they are this machine's own.");
        String device = siege.attacker.device();
        siege.attacker
                .host()
                .must(
                        "wg",
                        "set",
                        device,
                        "peer",
                        siege.nodeKey(),
                        "allowed-ips",
                        siege.node.address() + "/32," + Siege.SERVICE + "/32");
        siege.attacker.host().ip("route", "add", Siege.SERVICE, "dev", device);
        Said asked = siege.attacker
                .host()
                .run("dig", "@" + Siege.SERVICE, "+time=1", "+tries=2", "siege.friend.tail.example");
        assertThat(asked.exit()).as("no answer").isEqualTo(9);
        assertThat(siege.node
                        .host()
                        .must("iptables", "-L", "OUTPOST", "-v", "-n")
                        .lines())
                .as("those that were dropped")
                .anyMatch(line -> line.matches("[1-9][0-9]* .*DROP .*" + Siege.SERVICE + ".*"));
    }
}
