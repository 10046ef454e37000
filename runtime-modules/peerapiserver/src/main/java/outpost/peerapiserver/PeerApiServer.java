package outpost.peerapiserver;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.DnsExchange;
import outpost.core.service.ExitDns;
import outpost.core.service.Offers;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The feature {@code peerapiserver}: an HTTP interface on this node's addresses in the mesh and nowhere else, for those whose
 * address the netmap has. {@code /dns-query} answers questions of DNS where this node is a way out. Setting:
 * {@code peerapiserver.port}.
 */
public final class PeerApiServer implements Feature, ExitDns {
    private static final int PORT = 8089;

    private Optional<Listeners> listeners = Optional.empty();
    private volatile boolean serving;

    /** For the service loader. */
    public PeerApiServer() {}

    @Override
    public String name() {
        return "peerapiserver";
    }

    /** The addresses have to be there to be listened on. */
    @Override
    public Set<String> after() {
        return Set.of("c2n", "osrouter", "wireguard");
    }

    @Override
    public void serve() {
        serving = true;
    }

    @Override
    public void start(Node node) throws IOException {
        int port = node.settings().number("peerapiserver.port", PORT, 1, 65_535);
        PeersOnly peers = new PeersOnly(node::netmap);
        Listeners made = new Listeners(port, peers, routes(node), log(node));
        node.counters().add(name(), made.events()::read);
        node.counters().add(name(), peers.refused()::read);
        listeners = Optional.of(made);
        node.find(Offers.class).ifPresent(offers -> offers.offer(name(), Map.of("port", port)));
        node.whileRunning(name(), new Listening(made));
    }

    private HttpRoutes routes(Node node) {
        HttpRoutes routes = new HttpRoutes();
        routes.add("GET", "/", request -> HttpResponse.text(200, whoThisIs(node)));
        node.find(DnsExchange.class).ifPresent(exchange -> {
            DnsQuery handler = new DnsQuery(exchange, () -> serving && isAWayOut(node) && !takesAWayOut(node));
            routes.add("GET", "/dns-query", handler);
            routes.add("POST", "/dns-query", handler);
        });
        return routes;
    }

    private static String whoThisIs(Node node) {
        return node.netmap()
                .map(netmap -> "this is " + netmap.fullName(netmap.self().name()) + "\n")
                .orElse("");
    }

    /** What is offered counts when the network lets it be. */
    private static boolean isAWayOut(Node node) {
        return node.netmap()
                .filter(netmap -> netmap.self().advertisedRoutes().stream().anyMatch(IpPrefix::isDefault))
                .isPresent();
    }

    /** Two nodes that were each other's way out would send a question to and fro until both are full. */
    private static boolean takesAWayOut(Node node) {
        return node.find(UpstreamDns.class).filter(UpstreamDns::isInUse).isPresent();
    }

    @Override
    public void close() throws IOException {
        if (listeners.isPresent()) {
            listeners.get().close();
        }
    }

    private record Listening(Listeners listeners) implements Activity {
        @Override
        public void up(Netmap netmap) throws IOException {
            refresh(netmap);
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            listeners.listenOn(netmap.self().addresses());
        }

        @Override
        public void down() throws IOException {
            listeners.close();
        }
    }
}
