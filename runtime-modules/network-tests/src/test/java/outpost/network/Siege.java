package outpost.network;

import outpost.lab.Host;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.NameServer;
import outpost.lab.PlainPeer;
import outpost.lab.RunningProgram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node with one peer that means well and one that does not: what the latter sends, what the former is answered, and what the node
 * counts. Both nodes have so small a heap that they end where something is kept.
 */
final class Siege implements AutoCloseable {
    static final String SERVICE = "100.100.100.100";
    static final int PEER_API = 8089;
    static final int C2N = 8090;

    /** The same messages come of the same number. */
    static final long SEED = new Random().nextLong();

    private static final String NOBODY = "203.0.113.99";
    private static final String HEAP = "-Xmx32m -XX:+ExitOnOutOfMemoryError";

    /** Of a whole process, whatever was sent to it before. */
    private static final long MOST_KIB = 192 << 10;

    final Lab lab;
    final LabNode node;
    final LabNode friend;
    final PlainPeer attacker;
    private final Path attack;

    private Siege(String test) throws IOException {
        lab = Lab.open(test);
        System.out.println("Siege seed " + SEED);
        lab.nameServer();
        node = lab.node("node", Images.minimal(), "advertiseexitnode = true").jvm(HEAP);
        friend =
                lab.node("friend", Images.minimal(), "dns.upstream = " + NOBODY).jvm(HEAP);
        attacker = lab.plainPeer("attacker");
        attacker.meet(lab.up());
        attack = lab.folder().resolve("attack.py");
        try (InputStream script = Siege.class.getResourceAsStream("attack.py")) {
            Files.copy(script, attack);
        }
        friend.host().must("ping", "-n", "-c", "10", "-i", "0.2", "-W", "10", node.address());
        lab.transcript().note("Resident memory before anything: " + node.residentKib() + " KiB.");
    }

    /** @param test names the transcript */
    static Siege of(String test) {
        try {
            return new Siege(test);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lab.close();
    }

    /** Fails where anything is not as it was before. */
    void assertOver() {
        answersNames();
        for (LabNode each : List.of(node, friend)) {
            long resident = each.residentKib();
            lab.transcript().note("Resident memory of " + each.name() + " afterwards: " + resident + " KiB.");
            assertThat(resident).as("resident memory of %s in KiB", each.name()).isLessThan(MOST_KIB);
            assertThat(each.daemon().log())
                    .as("log of %s", each.name())
                    .doesNotContain("a packet is lost", "a connection failed", "OutOfMemory", "Exception");
        }
        assertThat(node.outpost("status").done().text()).contains("Nothing is known to be wrong.");
    }

    /** Fails where the node does not answer for a peer's name and for one of the internet. */
    void answersNames() {
        assertThat(address(node, "friend.tail.example")).isEqualTo(friend.address());
        assertThat(address(node, "www.public.example")).isEqualTo(NameServer.WWW);
    }

    /** Fails where the friend, whose nameserver is nobody, does not answer for a peer's name. */
    void friendAnswersItsOwnNames() {
        assertThat(address(friend, "node.tail.example")).isEqualTo(node.address());
    }

    /** In a flood a datagram may be lost before anybody sees it, as in every network: then dig asks again, and says so. */
    private static String address(LabNode at, String name) {
        return at.host().must("dig", "@" + SERVICE, "+short", "+time=2", "+tries=8", name).lines().stream()
                .filter(line -> !line.startsWith(";"))
                .findFirst()
                .orElse("no address");
    }

    /** Fails where the peer API does not answer another peer. */
    void friendAsksThePeerApi() {
        String url = "http://" + node.address() + ":" + PEER_API;
        assertThat(friend.host()
                        .must("curl", "-sS", "--fail", "--max-time", "10", url + "/")
                        .text())
                .contains("this is node.tail.example");
        // www.public.example, as RFC 8484 has it in a query.
        String answer = friend.host()
                .must(
                        "sh",
                        "-c",
                        "curl -sS --fail --max-time 10 '" + url
                                + "/dns-query?dns=AAABAAABAAAAAAAAA3d3dwZwdWJsaWMHZXhhbXBsZQAAAQAB' | od -An -tx1 | tr -d ' \\n'")
                .text();
        assertThat(answer).as("the address of www.public.example").contains("cb007150");
    }

    /** Whether c2n answers, now. */
    boolean controlIsAnswered() {
        return node.host()
                .run("curl", "-sS", "--max-time", "5", "http://127.0.0.1:" + C2N + "/c2n/offers")
                .text()
                .contains("\"offers\"");
    }

    interface Meanwhile {
        void ask();
    }

    /** Sends from a host, asks again and again until that is done, and once more. */
    void meanwhile(Host host, String how, List<String> words, Meanwhile good) {
        String[] command = new String[3 + words.size()];
        command[0] = "python3";
        command[1] = attack.toString();
        command[2] = how;
        for (int i = 0; i < words.size(); i++) {
            command[3 + i] = words.get(i);
        }
        try (RunningProgram sending = host.start("attack-" + System.nanoTime() + ".log", command)) {
            int asked = 0;
            do {
                good.ask();
                asked++;
            } while (sending.isAlive() && asked < 500);
            assertThat(sending.await()).as(sending.log()).isZero();
            lab.transcript()
                    .note("The sender: " + sending.log().strip() + "; asked well meanwhile: " + asked + " times.");
        }
        good.ask();
    }

    /** The messages where the sender finds them. */
    String file(Messages messages) {
        return messages.write(lab.folder().resolve("messages-" + System.nanoTime()))
                .toString();
    }

    /** Packets that netstack has dropped, for whatever reason. */
    long dropped() {
        return node.counters("netstack").entrySet().stream()
                .filter(count -> count.getKey().startsWith("dropped-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    String nodeKey() {
        return node.host()
                .must("wg", "show", node.device(), "public-key")
                .text()
                .strip();
    }
}
