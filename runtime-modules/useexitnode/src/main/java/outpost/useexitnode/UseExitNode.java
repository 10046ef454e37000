package outpost.useexitnode;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.core.service.Health;
import outpost.core.service.MeshRoutes;
import outpost.core.service.PeerApi;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The feature {@code useexitnode}: all traffic takes the peer of the setting {@code useexitnode.peer} as its way out, and so do
 * questions of DNS, through that peer's API.
 */
public final class UseExitNode implements Feature, UpstreamDns {
    private static final String DNS = "application/dns-message";
    private static final List<IpPrefix> EVERYWHERE = List.of(
            IpPrefix.parse("0.0.0.0/0").orElseThrow(), IpPrefix.parse("::/0").orElseThrow());

    private Optional<String> wanted = Optional.empty();
    private Optional<PeerApi> peers = Optional.empty();
    private volatile Optional<Peer> exit = Optional.empty();
    private volatile boolean up;

    /** For the service loader. */
    public UseExitNode() {}

    @Override
    public String name() {
        return "useexitnode";
    }

    @Override
    public Set<String> after() {
        return Set.of("osrouter", "peerapiclient");
    }

    @Override
    public void publish(Node node) {
        wanted = node.settings().text("useexitnode.peer");
        node.publish(UpstreamDns.class, this);
    }

    @Override
    public void start(Node node) throws IOException {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            peers = Optional.of(node.need(PeerApi.class));
        } catch (MissingServiceException none) {
            String missing =
                    "no name is found while traffic takes a way out: " + none.getMessage() + "; take in peerapiclient";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report(name() + "-dns", missing));
        }
        // Without routes there is no way out at all: better none than one that is believed in.
        MeshRoutes routes = node.need(MeshRoutes.class);
        node.whileRunning(name(), new Taken(routes));
    }

    @Override
    public boolean isInUse() {
        return up;
    }

    @Override
    public boolean canAsk() {
        return peers.isPresent() && exit.flatMap(Peer::peerApi).isPresent();
    }

    @Override
    public CompletableFuture<byte[]> ask(byte[] query) {
        Optional<Peer> peer = exit;
        if (peer.isEmpty() || peers.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("there is no way out to ask"));
        }
        return peers.get().post(peer.get(), "/dns-query", DNS, query);
    }

    private final class Taken implements Activity {
        private final MeshRoutes routes;

        private Taken(MeshRoutes routes) {
            this.routes = routes;
        }

        @Override
        public void up(Netmap netmap) throws IOException {
            up = true;
            refresh(netmap);
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            exit = netmap.peer(wanted.orElseThrow()).filter(Peer::offersExit);
            // Where the way out is gone, or carries one family alone, the rest is held rather than sent past it:
            // whoever
            // chose one did so for a reason.
            routes.accept(name(), EVERYWHERE);
            if (exit.isEmpty()) {
                throw new IOException(
                        "no peer " + wanted.get() + " offers a way out; traffic to the outside is held until"
                                + " one does, or useexitnode.peer is taken out");
            }
        }

        @Override
        public void down() throws IOException {
            up = false;
            exit = Optional.empty();
            routes.accept(name(), List.of());
        }
    }
}
