package outpost.network;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;

import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot come up with the node comes up by itself once it can, with no other netmap and nobody's help. */
@Tag("network")
@Timeout(180)
class LateTunnelTest {
    private final Lab lab = Lab.open("late-tunnel");

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aNodeWhoseWireGuardComesLateHealsByItself() {
        Path program = lab.folder().resolve("late-wireguard");
        LabNode late = lab.node("late", Images.minimal(), "wireguard.program = " + program);
        LabNode peer = lab.node("peer", Images.minimal());
        lab.up();
        lab.transcript().note("The program of the tunnel is not there, and so neither device nor addresses are.");
        Await.until(
                Duration.ofSeconds(30),
                () -> "not all that is wrong is told",
                () -> status(late).contains("wireguard: ")
                        && status(late).contains("osrouter: ")
                        && status(late).contains("peerapiserver: "));

        late.host().must("sh", "-c", "ln -s \"$(command -v wireguard-go)\" " + program);
        lab.transcript().note("It is there now.");
        Await.until(
                Duration.ofSeconds(60),
                () -> "it does not heal",
                () -> status(late).contains("Nothing is known to be wrong."));
        assertThat(peer.host()
                        .must("ping", "-n", "-c", "1", "-W", "20", late.address())
                        .text())
                .contains("1 received");
        assertThat(peer.host()
                        .must("curl", "-sS", "--fail", "--max-time", "10", "http://" + late.address() + ":8089/")
                        .text())
                .contains("this is late.tail.example");
        assertThat(late.daemon().log())
                .as("told once, however often it was tried")
                .containsOnlyOnce("wireguard failed while the node was")
                .contains("wireguard works again", "osrouter works again", "peerapiserver works again");
    }

    private static String status(LabNode node) {
        return node.outpost("status").text();
    }
}
