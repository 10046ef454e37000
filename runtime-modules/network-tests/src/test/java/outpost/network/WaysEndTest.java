package outpost.network;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Await;
import outpost.lab.Host;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A way out that ends leaves nothing: no rule, no chain, no route, no address, no switch of the kernel. */
@Tag("network")
@Timeout(180)
class WaysEndTest {
    private Lab lab;
    private LabNode exit;
    private LabNode client;
    private String before;

    @BeforeEach
    void connect() {
        lab = Lab.open("ways-end");
        exit = lab.node(
                "exit", Images.minimal(), "advertiseexitnode = true", "advertiseroutes.ranges = 198.51.100.0/24");
        client = lab.node("client", Images.minimal(), "useexitnode.peer = exit");
        lab.behind(exit.host(), "office", "198.51.100");
        before = system(exit.host()) + system(client.host());
        lab.up();
        assertThat(exit.host().must("iptables", "-S").text()).contains("-A FORWARD -j OUTPOST");
        assertThat(exit.host().must("ip6tables", "-t", "nat", "-S").text()).contains("-A POSTROUTING -j OUTPOST");
        assertThat(exit.host().must("sysctl", "-n", "net.ipv4.ip_forward").lines())
                .containsExactly("1");
        assertThat(client.host().must("ip", "route", "show", "table", "all").text())
                .contains("default dev " + client.device());
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void nothingIsLeftByDown() {
        lab.transcript().note("outpost down: the daemons run on, and the system is as it was.");
        exit.outpost("down").done();
        client.outpost("down").done();
        awaitStopped(exit);
        awaitStopped(client);
        assertThat(system(exit.host()) + system(client.host())).isEqualTo(before);

        lab.transcript().note("And up again.");
        exit.up();
        client.up();
        assertThat(client.host()
                        .run("ping", "-n", "-c", "1", "-W", "10", "198.51.100.2")
                        .text())
                .contains("1 received");
    }

    @Test
    void nothingIsLeftByTheSignalToEnd() {
        lab.transcript().note("SIGTERM: the daemons end, and the system is as it was.");
        assertThat(exit.terminate()).isZero();
        assertThat(client.terminate()).isZero();
        assertThat(system(exit.host()) + system(client.host())).isEqualTo(before);
    }

    private static void awaitStopped(LabNode node) {
        Await.until(
                Duration.ofSeconds(30),
                () -> node.name() + " does not go down",
                () -> node.outpost("status").text().contains("stopped"));
    }

    /** Without what the kernel adds to a wire by itself, some time after it is up. */
    private static String system(Host host) {
        StringBuilder all = new StringBuilder();
        for (String program : List.of("iptables", "ip6tables")) {
            for (String table : List.of("filter", "nat")) {
                all.append(host.must(program, "-t", table, "-S").text());
            }
        }
        for (String family : List.of("-4", "-6")) {
            all.append(host.must("ip", family, "rule").text());
            all.append(host.must("ip", family, "route", "show", "table", "all").text());
        }
        all.append(host.must("ip", "-br", "address").text());
        all.append(host.must("sysctl", "net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding")
                .text());
        all.append(host.must("cat", "/etc/resolv.conf").text());
        return all.toString()
                .lines()
                .filter(line -> !line.contains("ff00::/8"))
                .map(line -> line.replaceAll(" fe80::\\S*", ""))
                .filter(line -> !line.matches("(local|multicast|anycast)? ?(fe80::.*| dev .*)"))
                .collect(Collectors.joining("\n", host.name() + ":\n", "\n"));
    }
}
