package outpost.network;

import org.assertj.core.api.SoftAssertions;
import outpost.lab.Await;
import outpost.lab.Host;
import outpost.lab.LabNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a node changes of its machine, in lines that compare: what two states differ in, a failed comparison names. */
final class HostState {
    /** Counters, the time, and the policies of chains that came to be when somebody first looked at them. */
    private static final String NOT_A_RULE = "#.*|:[A-Z]+ ACCEPT .*|\\*.*|COMMIT";

    /** What the kernel gives each device anew. */
    private static final String OWN_LINK = "fe80::[0-9a-f]{1,4}:[0-9a-f:]+";

    private HostState() {}

    /** Fails where a node's machine is in another state, with what differs. */
    static void assertSame(LabNode node, SortedMap<String, List<String>> expected) {
        SortedMap<String, List<String>> state = of(node);
        SoftAssertions.assertSoftly(softly -> expected.forEach(
                (what, lines) -> softly.assertThat(state.get(what)).as(what).isEqualTo(lines)));
    }

    static SortedMap<String, List<String>> of(LabNode node) {
        Host host = node.host();
        SortedMap<String, List<String>> state = new TreeMap<>();
        state.put("rules", host.must("ip", "rule").lines());
        state.put("rules of IPv6", host.must("ip", "-6", "rule").lines());
        state.put(
                "routes",
                sorted(host.must("ip", "-4", "route", "show", "table", "all").lines()));
        state.put(
                "routes of IPv6",
                sorted(host.must("ip", "-6", "route", "show", "table", "all").lines().stream()
                        .map(line -> line.replaceAll(OWN_LINK, "fe80::own"))
                        .toList()));
        state.put("iptables", rules(host.must("iptables-save").lines()));
        state.put("ip6tables", rules(host.must("ip6tables-save").lines()));
        state.put("resolv.conf", host.must("cat", "/etc/resolv.conf").lines());
        state.put(
                "forwarding",
                host.must("sysctl", "net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding")
                        .lines());
        state.put(
                "devices",
                sorted(host.must("ip", "-brief", "link").lines().stream()
                        .map(line -> line.split("[@ ]", 2)[0])
                        .toList()));
        state.put("programs", programs(host));
        state.put(
                "socket of WireGuard",
                Files.exists(Path.of("/var/run/wireguard", node.device() + ".sock")) ? List.of("there") : List.of());
        return state;
    }

    /** Waits until the kernel has found out that nobody else has the host's addresses: routes come with that. */
    static void settle(LabNode node) {
        Await.until(
                Duration.ofSeconds(20),
                () -> "addresses are tentative still",
                () -> node.host()
                        .must("ip", "-6", "address", "show", "tentative")
                        .lines()
                        .isEmpty());
    }

    /** Names of the programs that run on the host, but for the one that looks. */
    private static List<String> programs(Host host) {
        return sorted(host
                .must(
                        "sh",
                        "-c",
                        "for pid in $(ip netns pids $(ip netns identify)); do cat /proc/$pid/comm 2>/dev/null; done; true")
                .lines()
                .stream()
                .filter(name -> !List.of("sh", "ip", "cat").contains(name))
                .toList());
    }

    private static List<String> rules(List<String> saved) {
        return saved.stream().filter(line -> !line.matches(NOT_A_RULE)).toList();
    }

    private static List<String> sorted(List<String> lines) {
        return Stream.of(lines).flatMap(List::stream).sorted().toList();
    }
}
