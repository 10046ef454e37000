package outpost.iptables;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.command.CommandRunner;
import outpost.core.count.Tally;
import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.PacketForwarding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The feature {@code iptables}: forwarding and masquerading for other nodes' packets, in chains of this node's own, there while the
 * node is up and somebody asks for it. Settings:
 * {@code iptables.programs}, and that of osrouter, {@code router.device}.
 */
public final class Iptables implements Feature, PacketForwarding {
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(10);
    private static final int OUTPUT_BYTES = 4096;
    private static final long LOOK_NANOS = Duration.ofSeconds(10).toNanos();

    private final Path switches;
    private final Map<String, List<IpPrefix>> wanted = new TreeMap<>();
    private final CommandRunner runner = new CommandRunner(COMMAND_LIMIT, OUTPUT_BYTES);
    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private List<Family> families = List.of();
    private boolean up;

    /** For the service loader. */
    public Iptables() {
        this(Path.of("/proc/sys/net"));
    }

    Iptables(Path switches) {
        this.switches = switches;
    }

    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public Set<String> after() {
        return Set.of("osrouter");
    }

    @Override
    public void publish(Node node) {
        node.counters().add(name(), outcomes::read);
        node.publish(PacketForwarding.class, this);
    }

    @Override
    public void start(Node node) throws IOException {
        String device = node.settings().text("router.device").orElse("outpost0");
        List<String> programs = programs(node.settings());
        families = List.of(family(programs.get(0), true, device, node), family(programs.get(1), false, device, node));
        for (Family family : families) {
            if (family.isMarked()) {
                repair(family, log(node));
            }
        }
        node.whileRunning(name(), new Running(log(node)));
    }

    private static void repair(Family family, Log log) {
        log.info("chains were left behind by a node that did not end well; they are taken away");
        try {
            family.withdraw();
        } catch (IOException stays) {
            log.error("not all could be taken away that was left behind", stays);
        }
    }

    private static List<String> programs(Settings settings) throws SettingException {
        List<String> programs = settings.list("iptables.programs");
        if (programs.isEmpty()) {
            return List.of("iptables", "ip6tables");
        }
        if (programs.size() != 2) {
            throw new SettingException(
                    "iptables.programs",
                    "\"" + String.join(", ", programs)
                            + "\" are not two, one for IPv4 and one for IPv6, as iptables-legacy, ip6tables-legacy are");
        }
        return programs;
    }

    private Family family(String program, boolean v4, String device, Node node) {
        return new Family(
                new ChainCommands(program, v4, device),
                ForwardingSwitch.of(switches, v4, node.store()),
                node.store(),
                v4 ? "iptables-v4" : "iptables-v6",
                runner::run,
                outcomes);
    }

    @Override
    public synchronized void allow(String feature, Collection<IpPrefix> ranges) throws IOException {
        if (ranges.isEmpty()) {
            wanted.remove(feature);
        } else {
            wanted.put(feature, List.copyOf(ranges));
        }
        if (up) {
            converge();
        }
    }

    private void converge() throws IOException {
        List<IpPrefix> ranges = wanted.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        eachFamily(family -> family.hold(ranges));
    }

    private interface Step {
        void of(Family family) throws IOException;
    }

    /** One family's failure, as of a kernel that has no IPv6, takes nothing from the other. */
    private void eachFamily(Step step) throws IOException {
        List<String> failures = new ArrayList<>();
        for (Family family : families) {
            try {
                step.of(family);
            } catch (IOException e) {
                failures.add(Causes.text(e));
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
    }

    private final class Running implements Activity {
        private final Log log;
        private long looked = System.nanoTime();
        private boolean lost;

        Running(Log log) {
            this.log = log;
        }

        /** Netmaps are for those who ask: each asks again where it failed. */
        @Override
        public void up(Netmap netmap) throws IOException {
            synchronized (Iptables.this) {
                up = true;
                converge();
            }
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            if (lost) {
                up(netmap);
                lost = false;
            }
        }

        /** A firewall that is loaded anew takes others' rules along. Looked at seldom, since that takes commands. */
        @Override
        public boolean holds() throws IOException {
            if (System.nanoTime() - looked < LOOK_NANOS) {
                return true;
            }
            looked = System.nanoTime();
            synchronized (Iptables.this) {
                boolean all = true;
                for (Family family : families) {
                    all &= family.stands();
                }
                if (!all) {
                    lost = true;
                    log.error("somebody took away the rules that lead to this node's chains; they are made anew");
                }
                return all;
            }
        }

        @Override
        public void down() throws IOException {
            synchronized (Iptables.this) {
                up = false;
                eachFamily(Family::withdraw);
            }
        }
    }
}
