package outpost.lab;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The lab itself. */
@Tag("network")
@Timeout(120)
class LabTest {
    @Test
    void hostsReachEachOtherOverBothFamiliesAndThoseBehindOneOnlyThatOne() throws IOException {
        try (Lab lab = Lab.open("lab")) {
            Host one = lab.host("one", "192.0.2.7");
            Host two = lab.host("two", "203.0.113.7");
            Host inner = lab.behind(two, "inner", "198.51.100");

            assertThat(one.must("ping", "-c", "1", "-W", "10", "203.0.113.7").text())
                    .contains("1 received");
            assertThat(one.must("ping", "-c", "1", "-W", "10", "2001:db8:203::7")
                            .text())
                    .contains("1 received");
            assertThat(two.must("ping", "-c", "1", "-W", "10", inner.address()).text())
                    .contains("1 received");
            assertThat(inner.run("ping", "-c", "1", "-W", "2", one.address()).exit())
                    .isNotZero();
            assertThat(Files.readString(lab.transcript().file()))
                    .contains("$ ip netns exec lab-one ping -c 1 -W 10 203.0.113.7\nPING 203.0.113.7");
        }
    }

    @Test
    void nothingIsLeftBehindEvenWhereATestFails() {
        Lab lab = Lab.open("lab-left");
        Path folder = lab.folder();
        LabNode node = lab.node("a", Images.minimal());
        PlainPeer plain = lab.plainPeer("plain");
        lab.up();
        String namespace = node.host().namespace();
        long daemon = node.daemon().pid();
        assertThat(namespaces()).contains(namespace);
        // As by a test of what a killed node leaves behind: its wireguard-go lives on.
        node.kill();
        assertThat(WireGuards.of(node.device())).hasSize(1);
        assertThatThrownBy(() -> node.host().must("false")).isInstanceOf(AssertionError.class);

        // As after a test that took too long.
        Thread.currentThread().interrupt();
        lab.close();
        assertThat(Thread.interrupted()).isTrue();

        assertThat(namespaces()).doesNotContain(namespace, plain.host().namespace());
        assertThat(folder).doesNotExist();
        assertThat(Path.of("/etc/netns", namespace)).doesNotExist();
        assertThat(ProcessHandle.of(daemon).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(WireGuards.of(node.device())).isEmpty();
    }

    private static List<String> namespaces() {
        CommandResult result =
                new CommandRunner(Duration.ofSeconds(20), 1 << 20).run(Command.of("ip", "netns", "list"));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return ((CommandResult.Ended) result)
                .output()
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
    }
}
