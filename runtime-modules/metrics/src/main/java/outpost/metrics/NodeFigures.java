package outpost.metrics;

import outpost.core.Node;
import outpost.core.NodeState;
import outpost.core.Version;
import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.core.service.Health;
import outpost.core.service.ListeningPorts;
import outpost.core.service.ReceiveOffload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The figures of one node, read when somebody asks for them. What another feature would tell is left out where that is not in. */
final class NodeFigures {
    private final Node node;
    private final Log log;
    private final long startedNanos = System.nanoTime();
    private final AtomicLong netmapUpdates = new AtomicLong();

    NodeFigures(Node node, Log log) {
        this.node = node;
        this.log = log;
    }

    void netmapChanged() {
        netmapUpdates.incrementAndGet();
    }

    String text() {
        return TextFormat.write(read());
    }

    private List<MetricFamily> read() {
        List<MetricFamily> families = new ArrayList<>();
        families.add(new MetricFamily(
                "outpost_build_info",
                "Which Outpost this is.",
                MetricFamily.Type.GAUGE,
                List.of(MetricFamily.sample(Map.of("version", Version.current()), 1))));
        families.add(
                MetricFamily.gauge("outpost_up", "Whether the node is up.", node.state() == NodeState.RUNNING ? 1 : 0));
        families.add(MetricFamily.gauge(
                "outpost_uptime_seconds",
                "Time since the daemon started.",
                (System.nanoTime() - startedNanos) / 1_000_000 / 1_000.0));
        peers(families);
        families.add(MetricFamily.counter(
                "outpost_netmap_updates_total", "Netmaps that differed from the one before.", netmapUpdates.get()));
        events(families);
        memory(families);
        node.find(Health.class)
                .ifPresent(health -> families.add(MetricFamily.gauge(
                        "outpost_problems",
                        "What is wrong with the node now.",
                        health.problems().size())));
        node.find(ReceiveOffload.class)
                .ifPresent(offload -> families.add(MetricFamily.counter(
                        "outpost_gro_merged_segments_total",
                        "Received segments that were put into the one before.",
                        offload.merged())));
        node.find(ListeningPorts.class).ifPresent(ports -> listening(families, ports));
        return families;
    }

    private void peers(List<MetricFamily> families) {
        List<Peer> peers = node.netmap().map(Netmap::peers).orElse(List.of());
        families.add(MetricFamily.gauge("outpost_peers", "Other nodes in the netmap.", peers.size()));
        families.add(MetricFamily.gauge(
                "outpost_peers_online",
                "Other nodes the network has heard of lately.",
                peers.stream().filter(Peer::online).count()));
    }

    private void events(List<MetricFamily> families) {
        List<MetricFamily.Sample> samples = new ArrayList<>();
        node.counters()
                .read()
                .forEach((feature, counts) -> counts.forEach((event, count) ->
                        samples.add(MetricFamily.sample(Map.of("feature", feature, "event", event), count))));
        if (!samples.isEmpty()) {
            families.add(new MetricFamily(
                    "outpost_events_total",
                    "What features have counted since the daemon started.",
                    MetricFamily.Type.COUNTER,
                    samples));
        }
    }

    private static void memory(List<MetricFamily> families) {
        Runtime runtime = Runtime.getRuntime();
        families.add(MetricFamily.gauge(
                "outpost_memory_used_bytes",
                "Memory of the Java heap in use.",
                runtime.totalMemory() - runtime.freeMemory()));
        families.add(MetricFamily.gauge(
                "outpost_memory_committed_bytes",
                "Memory of the Java heap taken from the system.",
                runtime.totalMemory()));
        families.add(MetricFamily.gauge(
                "outpost_memory_limit_bytes", "The most the Java heap may take.", runtime.maxMemory()));
    }

    private void listening(List<MetricFamily> families, ListeningPorts ports) {
        try {
            families.add(MetricFamily.gauge(
                    "outpost_listening_ports", "Ports of this machine on which somebody listens.", ports.count()));
        } catch (IOException e) {
            log.error("listening ports are left out: " + Causes.text(e));
        }
    }
}
