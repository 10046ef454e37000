package outpost.network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Host;
import outpost.lab.Said;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callers of those interfaces that speak HTTP who mean nothing well: nothing dies, memory stays bounded, counters tell, and who
 * asks as one should is answered meanwhile and afterwards.
 */
@Tag("network")
@Timeout(180)
class HostileCallersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Siege siege;

    @BeforeAll
    static void begin() {
        siege = Siege.of("hostile-callers");
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
    void slowCallersAtThePeerApi() {
        siege.lab
                .transcript()
                .note(
                        "A peer that holds all the connections it gets, and sends a byte now and then; others are answered.");
        long crowd = siege.node.counted("peerapiserver", "crowd");
        siege.meanwhile(
                siege.attacker.host(),
                "drip",
                List.of(siege.node.address(), Integer.toString(Siege.PEER_API), "300", "15"),
                siege::friendAsksThePeerApi);
        assertThat(siege.node.counted("peerapiserver", "crowd") - crowd)
                .as("beyond those of one peer")
                .isGreaterThan(100);
        assertThat(siege.node.counted("peerapiserver", "slow"))
                .as("cut off in the midst of a request")
                .isPositive();
        siege.friendAsksThePeerApi();
    }

    @Test
    void slowCallersOnLoopback() {
        siege.lab
                .transcript()
                .note("A program of this machine that does the same at c2n: the longest waited for makes room.");
        siege.meanwhile(
                siege.node.host(),
                "drip",
                List.of("127.0.0.1", Integer.toString(Siege.C2N), "200", "8"),
                () -> Await.until(PATIENCE, () -> "the control side is not answered", siege::controlIsAnswered));
        assertThat(siege.node.counted("c2n", "pushed-out")).isPositive();
        assertThat(siege.node.counted("c2n", "full")).isPositive();
        Await.until(PATIENCE, () -> "the control side is not answered", siege::controlIsAnswered);
    }

    @Test
    void rubbishAtThePeerApi() {
        siege.lab.transcript().note("What is no HTTP, from a peer.");
        long before = siege.node.counted("peerapiserver", "malformed");
        Messages messages = new Messages(Siege.SEED)
                .noise(300, 3_000)
                .replayed(List.of("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)), 50);
        siege.meanwhile(
                siege.attacker.host(),
                "streams",
                List.of(siege.node.address(), Integer.toString(Siege.PEER_API), siege.file(messages)),
                siege::friendAsksThePeerApi);
        assertThat(siege.node.counted("peerapiserver", "malformed") - before).isGreaterThan(50);
    }

    @Test
    void strangers() {
        siege.lab.transcript().note("Who is no peer reaches no port outside the mesh, and is not answered inside.");
        Host stranger = siege.lab.host("stranger", "198.51.100.66");
        for (int port : new int[] {Siege.PEER_API, Siege.C2N}) {
            assertThat(stranger.run(
                                    "curl",
                                    "-sS",
                                    "--max-time",
                                    "5",
                                    "http://" + siege.node.host().address() + ":" + port + "/")
                            .exit())
                    .as("port %d, refused", port)
                    .isEqualTo(7);
        }
        // As if somebody on the same wire sent to an address of the mesh.
        siege.lab
                .internet()
                .ip(
                        "route",
                        "add",
                        siege.node.address() + "/32",
                        "via",
                        siege.node.host().address());
        long before = siege.node.counted("peerapiserver", "stranger");
        Said asked = stranger.run(
                "curl", "-sS", "--max-time", "5", "http://" + siege.node.address() + ":" + Siege.PEER_API + "/");
        assertThat(asked.text()).contains("only nodes of this network are answered");
        assertThat(siege.node.counted("peerapiserver", "stranger") - before).isOne();

        siege.lab.transcript().note("Nor may another user of this machine change the siege.node.");
        siege.node.host().must("chmod", "711", siege.lab.folder().toString());
        Said down = siege.node
                .host()
                .run(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "curl",
                        "-sS",
                        "--unix-socket",
                        siege.node.socket().toString(),
                        "-X",
                        "POST",
                        "http://local/v1/down",
                        "-d",
                        "");
        assertThat(down.text()).contains("may not change this node");
        assertThat(siege.node.outpost("status").done().text()).contains("running");
    }
}
