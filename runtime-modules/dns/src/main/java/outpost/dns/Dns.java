package outpost.dns;

import org.xbill.DNS.TextParseException;
import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.netmap.Netmap;
import outpost.core.service.DnsExchange;
import outpost.core.service.Health;
import outpost.core.service.Resolver;
import outpost.core.service.ServiceAddressTransport;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The feature {@code dns}: answers questions at the address of the node's services, and has the system ask there. Settings:
 * {@code dns.resolv-conf}, {@code dns.upstream}.
 */
public final class Dns implements Feature {
    private static final int PORT = 53;
    private static final int THREADS = 4;

    private Optional<ThreadPoolExecutor> executor = Optional.empty();
    private Optional<Answering> answering = Optional.empty();

    /** For the service loader. */
    public Dns() {}

    @Override
    public String name() {
        return "dns";
    }

    /**
     * The system is told to ask here when here is answered, and no longer when the way here goes; and no question is sent past a way
     * out that is about to be taken.
     */
    @Override
    public Set<String> after() {
        return Set.of("tun", "netstack", "osrouter", "useexitnode");
    }

    @Override
    public void publish(Node node) {
        ThreadPoolExecutor made = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(Answering.MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "outpost-dns");
                    thread.setDaemon(true);
                    return thread;
                });
        made.allowCoreThreadTimeOut(true);
        executor = Optional.of(made);
        Answering answers = new Answering(made, new AnswerCache());
        answering = Optional.of(answers);
        node.counters().add(name(), answers.outcomes()::read);
        node.publish(DnsExchange.class, answers);
        node.publish(Resolver.class, new OwnResolver(answers));
    }

    @Override
    public void start(Node node) throws IOException {
        DnsSettings settings = DnsSettings.of(node.settings());
        Answering answers = answering.orElseThrow();
        answers.wayOut(node.find(UpstreamDns.class));
        Optional<ResolvConf> file = settings.resolvConf().map(path -> new ResolvConf(path, node.store(), log(node)));
        if (file.isPresent()) {
            file.get().repair();
        }
        try {
            listen(node.need(ServiceAddressTransport.class), answers);
        } catch (MissingServiceException none) {
            String missing = "nobody can ask at the service address: " + none.getMessage() + "; take in netstack";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report("magicdns", missing));
        }
        Optional<Taken> taken = file.map(conf ->
                new Taken(conf, new ResolvWatch(conf, log(node), () -> node.find(Health.class), System::nanoTime)));
        node.whileRunning(name(), new Running(settings, taken, answers));
    }

    private static void listen(ServiceAddressTransport transport, Answering answers) {
        transport.onDatagram(PORT, new UdpQuestions(answers));
        transport.onConnection(PORT, conversation -> new TcpQuestions(conversation, answers));
    }

    @Override
    public void close() {
        executor.ifPresent(ThreadPoolExecutor::shutdownNow);
    }

    /** The system's file, and who else writes it. */
    private record Taken(ResolvConf file, ResolvWatch watch) {}

    private record Running(DnsSettings settings, Optional<Taken> taken, Answering answers) implements Activity {
        @Override
        public void up(Netmap netmap) throws IOException {
            refresh(netmap);
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            try {
                answers.zone(Optional.of(new MagicZone(netmap)));
            } catch (TextParseException tooLong) {
                throw new IOException("names of the netmap do not fit into DNS: " + tooLong.getMessage(), tooLong);
            }
            if (taken.isPresent()) {
                taken.get().watch().taking();
                taken.get().file().keep();
            }
            answers.forwarder(new Forwarder(upstream()));
            if (taken.isPresent()) {
                taken.get().file().take(netmap.self());
            }
        }

        @Override
        public boolean holds() throws IOException {
            return taken.isEmpty() || !taken.get().watch().isDue();
        }

        private List<InetSocketAddress> upstream() throws IOException {
            if (!settings.upstream().isEmpty() || taken.isEmpty()) {
                return settings.upstream();
            }
            return ResolvText.nameservers(taken.get().file().former()).stream()
                    .map(address -> new InetSocketAddress(address, PORT))
                    .toList();
        }

        @Override
        public void down() throws IOException {
            answers.zone(Optional.empty());
            answers.forwarder(new Forwarder(List.of()));
            if (taken.isPresent()) {
                taken.get().watch().over();
                taken.get().file().giveBack();
            }
        }
    }
}
